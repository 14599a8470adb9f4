"""Articles from the web: fetched by name only, kept as they came, followed when they change."""

import json
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.cli.conftest import Run

PAGE = """<!doctype html><html lang="en"><head><title>Schools</title></head><body><article>
<h1>Schools of the town</h1>
<p>The town has {number} schools, the mayor said in his speech on Monday evening.</p>
<p>Nobody in the council knows why there are so many of them in such a small place.</p>
</article></body></html>"""


class Server(ThreadingHTTPServer):
    """A server on this machine whose one page a test can change."""

    page = PAGE.format(number=500).encode()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/schools"


class Answer(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.server.page)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_a_page_in_a_private_network_is_fetched_only_when_that_is_allowed(
    run: Run, server: Server
) -> None:
    refused = run("add", server.url)
    assert refused.returncode == 1
    assert "--allow-private" in refused.stderr
    assert run("add", "--allow-private", server.url).returncode == 0
    shown = json.loads(run("show", "1", "--json").stdout)
    assert (shown["title"], shown["url"], shown["source"]) == (
        "Schools of the town",
        server.url,
        server.url,
    )


def test_the_page_is_kept_as_it_was_fetched(program: Run, server: Server) -> None:
    program("add", "--allow-private", server.url)
    done: subprocess.CompletedProcess[str] = program("show", "1", "--page")
    assert done.stdout.encode() == server.page


def test_an_article_from_a_file_has_no_page(run: Run, article: object) -> None:
    refused = run("show", "1", "--page")
    assert refused.returncode == 1
    assert "was not fetched" in refused.stderr


def test_a_page_that_changed_is_a_newer_version(run: Run, server: Server) -> None:
    run("add", "--allow-private", server.url)
    run("verdict", "1:2", "false")
    server.page = PAGE.format(number=5).encode()
    assert "1 edited" in run("add", "--allow-private", f"{server.url}#top").stdout
    (item,) = json.loads(run("recheck", "--json").stdout)
    assert (item["was"], item["ref"]) == ("1:2", "2:2")
