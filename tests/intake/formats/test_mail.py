import email.message
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.warcs import PAGE

from hudna.intake.custody import hold_bytes
from hudna.intake.formats.base import Opened
from hudna.intake.formats.mail import looks_like, read_mail
from hudna.intake.options import IntakeOptions

SAMPLE = Path(__file__).with_name("sample.eml")


@pytest.fixture
def read(tmp_path, open_all):
    def reading(data: bytes, **options):
        (tmp_path / "a.eml").write_bytes(data)
        return open_all(tmp_path / "a.eml", **options)

    return reading


def letter(subject: str = "بيان", text: str | None = "وصل المراقبون إلى القرية.") -> email.message.EmailMessage:
    message = email.message.EmailMessage()
    message["From"], message["Subject"], message["Date"] = (
        "A Person <a@x.example>",
        subject,
        "Tue, 10 Nov 2020 14:30:00 +0400",
    )
    if text is not None:
        message.set_content(text)
    return message


def test_subject_and_text_are_the_document(open_all):
    document = open_all(SAMPLE).document
    assert document.text == "بيان عن المراقبين\n\nقالت الوزارة في بيان إن المراقبين وصلوا إلى القرية صباح اليوم."
    assert (document.id, document.source) == ("bulletin-7@ministry.example.org", "ministry.example.org")
    assert document.published.first == "2020-11-10T14:30:00+04:00"
    assert "Press Office" not in repr(document), "senders' names stay in the bytes"


def test_the_page_is_preferred_and_its_letters_decoded(read):
    message = letter()
    message.add_alternative("<html><body><p>وصل المراقبون.</p><p>ثم انصرفوا.</p></body></html>", subtype="html")
    assert read(message.as_bytes()).document.text.split("\n\n") == ["بيان", "وصل المراقبون.", "ثم انصرفوا."]
    old = letter(text=None)
    old.set_content("وصل المراقبون إلى القرية صباح اليوم.", charset="windows-1256", cte="quoted-printable")
    assert "المراقبون" in read(old.as_bytes()).document.text


def test_what_hangs_on_it_is_read_too(read):
    message = letter()
    message.add_attachment(PAGE.format(n=1).encode(), maintype="text", subtype="html", filename="../page.html")
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="x.png")
    everything = read(message.as_bytes())
    assert everything.ids == ["a.eml", "page.html"]
    assert everything.received[1].origin.path == "../page.html".rpartition("/")[2]
    assert [issue.severity for issue in everything.issues] == ["note"]


def test_a_mail_in_a_mail_is_bounded(read):
    message = letter()
    for _ in range(40):
        outer = email.message.EmailMessage()
        outer["Subject"] = "x"
        outer.set_content("y")
        outer.add_attachment(message)
        message = outer
        if len(message.as_bytes()) > 60_000:
            break
    assert read(message.as_bytes()).documents


def test_broken_headers_and_parts(read, tmp_path):
    everything = read(
        b"Subject: =?utf-8?b?\xff\xfe?=\nDate: yesterday\nContent-Type: text/plain; charset=nonsense\n\n"
        + "نص".encode()
    )
    assert everything.document.text.endswith("نص")
    assert "`yesterday` is not one that we read" in everything.issues[0].reason
    assert read(b"Subject:\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n--x--").issue.severity in {
        "warning",
        "note",
    }


def test_mail_is_known_by_its_headers():
    assert looks_like(SAMPLE.read_bytes())
    assert not looks_like(b"From: me\nhello")
    assert not looks_like("قال: نعم\n".encode())


@given(
    st.lists(
        st.sampled_from(
            [b"Subject: x\n", b"From: \xff <a@b>\n", b"Date: 31 Feb\n", b"Content-Type: multipart/mixed; boundary=q\n",
             b"Content-Type: text/html; charset=utf-7\n", b"Content-Transfer-Encoding: base64\n", b"\n", b"--q\n",
             b"--q--\n",
             b"=?utf-8?q?=FF?=\n", b"Content-Disposition: attachment; filename*=x''%FF\n", b"\x00\n", b"<p>x</p>\n",
             b"Content-Type: message/rfc822\n", b"Content-Type: \n", b"Content-Type: ;\n", b"begin 644 x\n"]
        ),
        max_size=25,
    ).map(b"".join)
    | st.binary(max_size=200)
)  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_any_mail_gives_drafts_or_issues(data):
    opened = Opened(held=hold_bytes(data, "a.eml"), name="a.eml", where="a.eml", options=IntakeOptions())
    list(read_mail(opened))
