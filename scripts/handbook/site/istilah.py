"""Glossary terms as the synonyms that the search uses."""

from collections.abc import Mapping

from handbook.model.handbook import Handbook


def sinonim(handbook: Handbook) -> Mapping[str, tuple[str, ...]]:
    """Give, for the id of each term that is written in more than one way, its other spellings."""
    return {term.id: term.ejaan for term in handbook.tabel.istilah if term.ejaan}
