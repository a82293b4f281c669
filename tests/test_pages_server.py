"""The test server behaves as GitHub Pages does, and fails when told to."""

import gzip
import http.client
import threading
from collections.abc import Iterator
from http.client import HTTPResponse, IncompleteRead
from pathlib import Path

import pytest

from tests.pages_server import LOGIN_PAGE, PagesServer

HALAMAN = "<!doctype html><title>Beranda</title>" + "isi " * 200


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[PagesServer]:
    for name in ("index.html", "panduan/index.html", "tentang.html", "404.html"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(HALAMAN + name)
    (tmp_path / "site/pecahan.bin").write_bytes(bytes(range(100)))
    (tmp_path / "rahasia.txt").write_text("rahasia")
    (tmp_path / "site/pintas.txt").symlink_to(tmp_path / "rahasia.txt")
    server = PagesServer(tmp_path / "site")
    server.start()
    yield server
    server.stop()


def get(pages: PagesServer, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", pages.server_port, timeout=10)
    connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    try:
        return response, response.read()
    finally:
        connection.close()


PAGES = [("", "index.html"), ("?q=a#b", "index.html"), ("panduan/", "panduan/index.html"), ("tentang", "tentang.html")]


@pytest.mark.parametrize(("path", "ends"), PAGES)
def test_finds_the_page(pages: PagesServer, path: str, ends: str) -> None:
    response, body = get(pages, f"/repo/{path}")
    assert (response.status, response.headers["Cache-Control"]) == (200, "max-age=600")
    assert body.decode().endswith(ends)


@pytest.mark.parametrize(("path", "to"), [("/repo", "/repo/"), ("/repo/panduan", "/repo/panduan/")])
def test_redirects_to_the_folder(pages: PagesServer, path: str, to: str) -> None:
    response, _ = get(pages, path)
    assert (response.status, response.headers["Location"]) == (301, to)


@pytest.mark.parametrize("path", ["/repo/tidak-ada", "/repo/../rahasia.txt", "/repo/%2e%2e/rahasia.txt", "/repo/pintas.txt"])
def test_missing_or_outside_is_the_sites_own_404(pages: PagesServer, path: str) -> None:
    response, body = get(pages, path)
    assert response.status == 404
    assert body.decode().endswith("404.html")


@pytest.mark.parametrize("path", ["/", "/index.html", "/lain/", "/repo/%00"])
def test_outside_the_base_is_not_this_site(pages: PagesServer, path: str) -> None:
    response, body = get(pages, path)
    assert response.status == 404
    assert b"Beranda" not in body


def test_text_is_packed_on_request_and_the_rest_is_not(pages: PagesServer) -> None:
    response, body = get(pages, "/repo/", accept_encoding="gzip, br")
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body).decode() == HALAMAN + "index.html"
    response, body = get(pages, "/repo/pecahan.bin", accept_encoding="gzip")
    assert response.headers["Content-Encoding"] is None
    assert body == bytes(range(100))


def test_known_copy_is_not_sent_again(pages: PagesServer) -> None:
    first, _ = get(pages, "/repo/")
    again, body = get(pages, "/repo/", if_none_match=first.headers["ETag"])
    assert (again.status, body) == (304, b"")


def test_head_has_no_body(pages: PagesServer) -> None:
    response, body = get(pages, "/repo/", method="HEAD")
    assert (response.status, body) == (200, b"")
    assert int(response.headers["Content-Length"]) > len(HALAMAN)


def test_requests_are_remembered(pages: PagesServer) -> None:
    get(pages, "/repo/?q=a")
    get(pages, "/repo/panduan/")
    assert pages.requests == ["", "panduan/"]


# --- Faults ---


@pytest.mark.parametrize(("mode", "status"), [(404, 404), (503, 503)])
def test_status_fault(pages: PagesServer, mode: int, status: int) -> None:
    pages.fail("panduan/*", mode)
    assert get(pages, "/repo/panduan/")[0].status == status
    assert get(pages, "/repo/")[0].status == 200
    pages.heal()
    assert get(pages, "/repo/panduan/")[0].status == 200


def test_cut_fault_breaks_off_half_way(pages: PagesServer) -> None:
    pages.fail("*.bin", "cut")
    with pytest.raises(IncompleteRead) as broken:
        get(pages, "/repo/pecahan.bin")
    assert broken.value.partial == bytes(range(50))


def test_flip_fault_changes_one_bit(pages: PagesServer) -> None:
    pages.fail("*.bin", "flip")
    _, body = get(pages, "/repo/pecahan.bin")
    wrong = [a ^ b for a, b in zip(body, bytes(range(100)), strict=True) if a != b]
    assert wrong == [1]


def test_flip_fault_is_packed_like_a_whole_file(pages: PagesServer) -> None:
    pages.fail("tentang.html", "flip")
    response, body = get(pages, "/repo/tentang.html", accept_encoding="gzip")
    assert response.status == 200
    assert gzip.decompress(body).decode() != HALAMAN + "tentang.html"


def test_html_fault_is_a_login_page(pages: PagesServer) -> None:
    pages.fail("*.bin", "html")
    response, body = get(pages, "/repo/pecahan.bin")
    assert (response.status, body) == (200, LOGIN_PAGE)


def test_delay_fault_answers_when_healed(pages: PagesServer) -> None:
    pages.fail("*.bin", "delay")
    answers: list[bytes] = []
    waiting = threading.Thread(target=lambda: answers.append(get(pages, "/repo/pecahan.bin")[1]))
    waiting.start()
    waiting.join(0.3)
    assert not answers
    pages.heal()
    waiting.join(5)
    assert answers == [bytes(range(100))]


def test_newest_fault_wins(pages: PagesServer) -> None:
    pages.fail("*", 500)
    pages.fail("*.bin", 404)
    assert get(pages, "/repo/pecahan.bin")[0].status == 404
    assert get(pages, "/repo/")[0].status == 500
