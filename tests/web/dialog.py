"""The search dialog as the tests find it on a page."""

from playwright.sync_api import Page, expect

DIALOG = "dialog.cari"
OPTION = f"{DIALOG} [role=option]"
BOX = f"{DIALOG} input[role=combobox]"
STATUS = f"{DIALOG} [role=status]"


def search(page: Page, text: str) -> None:
    """Open the dialog by its key and type."""
    page.keyboard.press("/")
    expect(page.locator(DIALOG)).to_be_visible()
    page.keyboard.type(text)
