"""Has no types: mypy must refuse it."""


def half(number):
    """Give half of ``number``."""
    return number / 2
