import datetime as dt
import decimal

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from hudna.intake.custody import hold_bytes
from hudna.intake.formats.base import Opened
from hudna.intake.formats.table import read_table
from hudna.intake.options import IntakeOptions


@pytest.fixture
def read(tmp_path, open_all):
    def reading(table: str | bytes | dict, name: str = "a.csv", **options):
        if isinstance(table, dict):
            parquet.write_table(pa.table(table), tmp_path / "a.parquet")
            return open_all(tmp_path / "a.parquet", **options)
        (tmp_path / name).write_bytes(table if isinstance(table, bytes) else table.encode())
        return open_all(tmp_path / name, **options)

    return reading


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_are_called_like_fields(read, delimiter):
    rows = ["id,text,title,published,desk", '7,"خبر، وآخر",عنوان,2020-11-10,شمال']
    everything = read("\n".join(row.replace(",", delimiter) for row in rows))
    document = everything.document
    assert (document.id, document.text, document.title, document.extra) == ("7", "خبر، وآخر", "عنوان", {"desk": "شمال"})
    assert (document.published.first, document.published.basis) == ("2020-11-10", "given")
    assert not everything.issues


def test_columns_can_be_named(read):
    table = {"body": ["خبر"], "key": [7], "when": [dt.date(2020, 11, 10)], "n": [decimal.Decimal("1.5")], "l": [["x"]]}
    columns = {"text": "body", "id": "key", "published": "when"}
    for everything in (read(table, columns=columns), read("body,key,when\nخبر,7,2020-11-10\n", columns=columns)):
        document = everything.document
        assert (document.id, document.text, document.published.first) == ("7", "خبر", "2020-11-10")
    assert read(table, columns=columns).document.extra == {"n": "1.5", "l": ["x"]}


def test_a_missing_column_is_said_with_those_there_are(read):
    for table in ("body,key\nx,y\n", {"body": ["x"], "key": ["y"]}):
        assert "no column `text`; there are: body, key" in read(table).issue.reason
        assert "no column `when`" in read(table, columns={"text": "body", "published": "when"}).issue.reason


def test_rows_without_text_are_said_and_empty_lines_are_not(read):
    everything = read("text,id\nخبر,1\n,2\n\n , \nآخر\n")
    assert everything.texts == ["خبر", "آخر"]
    assert everything.ids == ["1", "a.csv:6"]
    assert everything.issue.where.endswith(":3")


def test_a_line_that_is_too_long_costs_itself(read):
    everything = read("text\nأول\n" + "x" * 300_000 + "\nثالث\n", memory_limit=100_000)
    assert everything.texts == ["أول", "ثالث"]
    assert "too large" in everything.issue.reason


def test_a_quote_that_is_never_closed_costs_what_it_holds(read):
    everything = read('text\nأول\n"' + "ب\n" * 200_000, memory_limit=131_072)
    assert everything.texts[0] == "أول"
    assert all(issue.hint for issue in everything.issues)


def test_encodings_and_nul(read):
    assert read("text\nوصل المراقبون إلى القرية صباح اليوم\n".encode("windows-1256")).texts == [
        "وصل المراقبون إلى القرية صباح اليوم"
    ]
    assert read("text\nوصل المراقبون\n".encode("utf-16")).texts == ["وصل المراقبون"]
    assert read("text\nوصل\x00 المراقبون إلى القرية صباح اليوم\n").texts == ["وصل\x00 المراقبون إلى القرية صباح اليوم"]


def test_a_table_longer_than_memory_is_read_in_batches(read):
    everything = read("text,id\n" + "".join(f"خبر {n},{n}\n" for n in range(3000)), memory_limit=5000)
    assert len(everything.documents) == 3000
    assert len(everything.received) == 15


def test_a_damaged_parquet_file_is_said(tmp_path, open_all, read):
    read({"text": ["خبر"] * 500})
    data = (tmp_path / "a.parquet").read_bytes()
    for broken in (data[:-20], data[:40] + bytes(20) + data[60:], b"PAR1" + bytes(50) + b"PAR1"):
        (tmp_path / "a.parquet").write_bytes(broken)
        everything = open_all(tmp_path / "a.parquet")
        assert all(issue.hint for issue in everything.issues)
        assert everything.issues or everything.documents


@given(st.text(alphabet=st.sampled_from('ab"،,;\n\r\t\x00خبر\u2028'), max_size=120))
def test_any_table_gives_drafts_or_issues(words):
    data = ("text\n" + words).encode()
    opened = Opened(held=hold_bytes(data, "a.csv"), name="a.csv", where="a.csv", options=IntakeOptions())
    list(read_table(opened))
