import pytest

from hudna.intake.page.charset import charset_of_header, declared_charset


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        ('<meta charset="UTF-8">', "utf-8"),
        ("<META CHARSET=windows-1256>", "windows-1256"),
        ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1256'>", "windows-1256"),
        ('<meta name="x" content="y"><meta charset= "utf-8" />', "utf-8"),
        ('<?xml version="1.0" encoding="iso-8859-6"?><html>', "iso-8859-6"),
        ("<p>charset=utf-8", None),
        ("<meta charset=''>", None),
        (" " * 5000 + "<meta charset=utf-8>", None),
        ("<meta " * 500, None),
    ],
)
def test_declarations(page, charset):
    assert declared_charset(page.encode()) == charset


def test_headers():
    assert charset_of_header("text/html; charset=Windows-1256") == "windows-1256"
    assert charset_of_header("text/html") is None
