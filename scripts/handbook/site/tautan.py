"""Addresses between pages of the site, always relative, so that it works under any sub-path."""

from posixpath import relpath


def relatif(dari: str, ke: str, anchor: str = "") -> str:
    """Give the relative address from the page ``dari`` to ``ke`` (both relative to the root, "" is the home page).

    >>> relatif("perbuatan/memilih/", "peraturan/pp-94-2021/", "pasal-5")
    '../../peraturan/pp-94-2021/#pasal-5'
    """
    if dari == ke and anchor:
        return f"#{anchor}"
    path = relpath("/" + ke, "/" + dari)
    slash = "/" if ke == "" or ke.endswith("/") else ""
    return f"{path}{slash}" + (f"#{anchor}" if anchor else "")
