"""Asks the clock and promises work: the linter must refuse both."""

from datetime import date

# TODO: nothing
TODAY = date.today()
