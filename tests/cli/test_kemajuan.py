"""Progress is for who sits before a terminal."""

from io import StringIO

from handbook.cli.kemajuan import HAPUS, kemajuan


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_one_line_that_is_gone_at_the_end() -> None:
    layar = Terminal()
    lapor = kemajuan("Mengindeks bagian", layar)
    assert lapor is not None
    lapor(2_000, 196_032)
    lapor(196_032, 196_032)
    assert layar.getvalue() == f"{HAPUS}Mengindeks bagian 2.000 dari 196.032 …{HAPUS}"


def test_a_log_shows_nothing() -> None:
    assert kemajuan("Mengindeks bagian", StringIO()) is None
