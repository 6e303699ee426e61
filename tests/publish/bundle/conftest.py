"""A ledger of articles of our own, one of them out of a web archive, all of them with names that mean harm."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hudna.cli.app import cli
from hudna.ledger import Ledger

HARM = "../../=cmd|' /C calc'!A0.html"
WORDS = "أعلنت وزارة الدفاع الأذربيجانية مقتل 7 جنود في قصف مدفعي على لاتشين."
OTHER = "قالت وزارة الدفاع الأرمينية إن تسعة من جنودها قتلوا في قصف مدفعي على لاتشين."
PAGE = f"""<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>قصف على لاتشين</title>
<meta property="article:published_time" content="2020-10-12T09:00:00+04:00"></head>
<body><article><h1>قصف على لاتشين</h1><p>{WORDS}</p><p>ودعت موسكو الجانبين إلى وقف إطلاق النار فورا دون شروط.</p>
</article><script>fetch("https://evil.example")</script></body></html>"""


def hudna(*words: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(cli, [str(word) for word in words], prog_name="hudna")


def warc(body: bytes) -> bytes:
    """An archive of one response."""
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/1\r\n"
        "WARC-Date: 2020-10-12T06:00:00Z\r\nWARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


@pytest.fixture(scope="session")
def walked(tmp_path_factory) -> Path:
    """The ledger after a whole run, made once."""
    folder = tmp_path_factory.mktemp("bundle") / "articles"
    folder.mkdir()
    (folder / "news.warc").write_bytes(warc(PAGE.encode()))
    line = {"id": HARM, "text": f"{OTHER}\n<script>alert(1)</script>", "published": "2020-10-12", "source": HARM}
    (folder / "=more.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    path = folder.parent / "ledger.sqlite"
    done = hudna("run", folder, "--theatre", "karabakh", "--ledger", path, "--as-of", "2020-12-01")
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture
def ledger(tmp_path, walked) -> Path:
    """One of one's own."""
    return Path(shutil.copy(walked, tmp_path / "ledger.sqlite"))


@pytest.fixture
def event(ledger) -> str:
    """The event that both tell."""
    with Ledger.open(ledger) as book:
        found = [one for one in book.events() if len(one.documents) == 2]
    assert found, "the two accounts are one event"
    return found[0].id


@pytest.fixture
def bundle(tmp_path, ledger, event) -> Path:
    path = tmp_path / "evidence.zip"
    done = hudna("bundle", event, "--ledger", ledger, "--out", path, "--who", "N. Haddad")
    assert done.exit_code == 0, done.output
    return path
