"""Whether evidence still stands, asked on the command line."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.cli.conftest import Run


class Server(ThreadingHTTPServer):
    """A server on this machine whose one page a test can change."""

    page = b"<html><body><p>In 2024 the town had 5 schools.</p></body></html>"

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/figures"


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
def server(run: Run, article: object) -> Iterator[Server]:
    """A page, and evidence from it on the first claim of the article."""
    with Server(("127.0.0.1", 0), Answer) as running:
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        run("evidence", "1:1", "--url", running.url, "--quote", "the town had 5 schools")
        yield running
        running.shutdown()


def test_a_quote_that_stands_is_found(run: Run, server: Server) -> None:
    done = run("verify", "--allow-private")
    assert (done.returncode, done.stdout) == (0, f"1:1 [1] found  {server.url}\n")


def test_a_quote_that_changed_is_told_and_is_no_success(run: Run, server: Server) -> None:
    server.page = server.page.replace(b"5", b"6")
    done = run("verify", "1:1", "--allow-private")
    assert done.returncode == 1
    assert done.stdout == (
        f"1:1 [1] changed  {server.url}\n    the town had [-5-]{{+6+}} schools\n"
    )


def test_json_lines_have_stable_keys(run: Run, server: Server) -> None:
    run("evidence", "1:1", "--url", f"{server.url}?all", "--quote", "nobody counted the bridges")
    done = run("verify", "1", "--allow-private", "--json")
    found, gone = map(json.loads, done.stdout.splitlines())
    assert list(found) == ["ref", "evidence", "id", "url", "finding", "detail"]
    assert (found["ref"], found["evidence"], found["finding"]) == ("1:1", 1, "found")
    assert (gone["evidence"], gone["finding"], gone["url"]) == (2, "gone", f"{server.url}?all")
    assert done.returncode == 1


def test_a_source_in_a_private_network_is_unreachable_unless_allowed(
    run: Run, server: Server
) -> None:
    done = run("verify")
    assert done.returncode == 1
    assert "unreachable" in done.stdout
    assert "--allow-private" in done.stdout


def test_a_page_cannot_command_the_terminal(run: Run, server: Server) -> None:
    server.page = "<p>the town had \u202e\x9b31m6 schools</p>".encode()
    done = run("verify", "--allow-private")
    assert "changed" in done.stdout
    assert not {"\u202e", "\x9b"} & set(done.stdout)


def test_where_nothing_is_on_the_web_there_is_nothing_to_verify(run: Run, article: object) -> None:
    done = run("verify", "1")
    assert done.returncode == 0
    assert "nothing to verify" in done.stdout
    assert run("verify", "1", "--json").stdout == ""


def test_an_unknown_article_is_refused(run: Run, article: object) -> None:
    done = run("verify", "9")
    assert done.returncode == 1
    assert "no article '9'" in done.stderr
