import random
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.intake.decode import REPLACEMENT, arabic_share, decode, is_binary, same_encoding

NEWS = (
    "أعلنت وزارة الدفاع أن ثلاثة جنود قتلوا صباح الثلاثاء في قصف على القرية الواقعة شمال المدينة، "
    "وقال المتحدث إن الوضع هادئ الآن."
)
LATIN = "Le ministère de la Défense a annoncé que trois soldats ont été tués à l'aube, très près de l'hôtel."
OTHERS = {
    "cp1251": "Министерство обороны сообщило, что трое военнослужащих погибли утром во вторник в результате обстрела.",
    "koi8-r": "Министерство обороны сообщило, что трое военнослужащих погибли утром во вторник в результате обстрела.",
    "cp1255": "משרד הביטחון הודיע כי שלושה חיילים נהרגו הבוקר בהפגזה על הכפר.",
    "cp1253": "Το υπουργείο άμυνας ανακοίνωσε ότι τρεις στρατιώτες σκοτώθηκαν σήμερα το πρωί.",
    "cp720": NEWS.replace("،", ","),
}


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1256", "windows-1256"),
    ],
)
@pytest.mark.parametrize("text", [NEWS, NEWS * 30, NEWS + LATIN.encode("ascii", "ignore").decode(), "قتل ثلاثة جنود"])
def test_every_encoding_gives_the_text_again(codec, name, text):
    data = text.encode(codec)
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.replaced) == (text, name, 0)
    assert data.decode(decoded.encoding) == text, "the name is one that Python decodes the same bytes with"
    assert not is_binary(data)


def test_the_second_arabic_encoding():
    text = NEWS.replace("الآن", "الان")
    assert decode(text.encode("iso8859-6")).text == text


def test_big_endian_with_a_mark():
    data = b"\xfe\xff" + NEWS.encode("utf-16-be")
    assert decode(data).text == NEWS


def test_only_the_mark_at_the_start_is_taken_off():
    text = "نص\ufeff\r\n\u00a0\u200f"
    assert decode(("\ufeff" + text).encode()).text == text


def test_latin_text_is_not_taken_for_arabic():
    decoded = decode(LATIN.encode("cp1252"))
    assert decoded.encoding == "utf-8"
    assert decoded.replaced == decoded.text.count(REPLACEMENT) == 10
    assert decode(LATIN.encode("cp1252"), declared="iso-8859-1").text == LATIN
    assert decode(LATIN.encode("cp1252"), declared="no-such-thing").replaced == 10


@pytest.mark.parametrize("codec", OTHERS)
def test_other_scripts_are_refused_and_read_when_declared(codec):
    data = OTHERS[codec].encode(codec)
    assert decode(data) is None
    assert decode(data, declared=codec).text == OTHERS[codec]


def test_a_declaration_does_not_beat_the_bytes():
    assert decode(NEWS.encode(), declared="windows-1252").text == NEWS
    assert decode(NEWS.encode("cp1256"), declared="iso-8859-1").text == NEWS
    assert decode(NEWS.encode("cp1256"), declared="utf-8").text == NEWS


@pytest.mark.parametrize("label", ["unicode_escape", "undefined", "idna", "rot13", "hex", "utf-7", ""])
def test_codecs_that_are_for_no_text_are_not_used(label):
    assert decode(LATIN.encode("cp1252"), declared=label).encoding == "utf-8"


def test_how_an_arabic_encoding_was_told_is_said_unless_it_is_declared():
    assert "Arabic" in decode(NEWS.encode("cp1256")).why
    assert decode(NEWS.encode("cp1256"), declared="windows-1256").why == ""
    assert decode(NEWS.encode()).why == ""


def test_damaged_utf8_keeps_what_is_whole():
    data = bytearray((NEWS * 5).encode())
    data[20] = data[300] = 0xFF
    decoded = decode(bytes(data))
    assert decoded.encoding == "utf-8"
    assert 2 <= decoded.replaced <= 4
    assert NEWS in decoded.text


def test_utf8_cut_in_the_middle_of_a_letter():
    decoded = decode(NEWS.encode()[:-2])
    assert (decoded.encoding, decoded.replaced) == ("utf-8", 1)


def test_two_encodings_in_one_file():
    decoded = decode((NEWS * 3).encode() + NEWS.encode("cp1256"))
    assert decoded.encoding == "utf-8"
    assert decoded.text.startswith(NEWS * 3)
    assert decoded.replaced > 50


def test_utf16_with_half_a_letter_at_the_end():
    decoded = decode(NEWS.encode("utf-16-le") + b"\x06")
    assert (decoded.encoding, decoded.replaced) == ("utf-16-le", 1)


def test_a_replacement_character_of_the_text_itself_is_not_counted():
    assert decode(f"{NEWS}{REPLACEMENT}".encode()).replaced == 0


def _random(size: int) -> bytes:
    return random.Random(size).randbytes(size)  # noqa: S311 - the same garbage every time


@pytest.mark.parametrize(
    "make",
    [
        lambda: _random(60),
        lambda: _random(60_000),
        lambda: b"\xff\xfe" + _random(5_000),
        lambda: struct.pack("<5000H", *(number % 200 for number in range(5_000))),
        lambda: struct.pack("<5000i", *(number % 200 for number in range(5_000))),
        lambda: bytes(5_000),
    ],
    ids=["few", "many", "with a mark", "numbers of two bytes", "numbers of four", "zeros"],
)
def test_what_is_no_text(make):
    assert is_binary(make())


def test_a_text_with_a_few_control_characters_is_still_text():
    assert not is_binary((NEWS + "\x00\x1b[0m").encode())
    assert not is_binary(b"")


def test_names_of_one_encoding():
    assert same_encoding("UTF8", "utf-8-sig")
    assert same_encoding("windows-1256", "cp1256")
    assert not same_encoding("windows-1252", "windows-1256")
    assert not same_encoding("no-such-thing", "utf-8")


def test_shares_are_between_none_and_all():
    assert arabic_share(NEWS) == 1.0
    assert arabic_share("") == arabic_share("plain words") == arabic_share("café") == 0.0


@given(st.binary(max_size=300))
def test_no_bytes_raise(data):
    decoded = decode(data)
    is_binary(data)
    if decoded is not None:
        decoded.text.encode()
        assert data.decode(decoded.encoding, errors="replace") == decoded.text


@given(st.text(max_size=200))
def test_utf8_always_comes_back(text):
    decoded = decode(text.encode("utf-8-sig"))
    assert decoded.text == text
