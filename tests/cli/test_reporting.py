import io
import zipfile

import pytest
from pypdf import PdfReader

from .conftest import hudna


@pytest.mark.parametrize(("ending", "begins"), [("html", "<!doctype html>"), ("pdf", "%PDF-"), ("docx", "PK")])
def test_the_ending_says_the_form(ledger, tmp_path, ending, begins):
    out = tmp_path / f"day.{ending}"
    done = hudna("report", "--ledger", ledger, "--date", "2020-10-12", "--out", out)
    assert done.exit_code == 0, done.output
    assert out.read_bytes().lstrip().startswith(begins.encode())


@pytest.mark.parametrize("name", ["day.doc", "day.odt", "day.PDFX"])
def test_the_ending_of_another_form_is_refused(ledger, tmp_path, name):
    done = hudna("report", "--ledger", ledger, "--date", "2020-10-12", "--out", tmp_path / name)
    assert done.exit_code == 2
    assert ".html, .pdf, .docx" in done.stderr
    assert not (tmp_path / name).exists()
    done = hudna("report", "--ledger", ledger, "--date", "2020-10-12", "--format", "html", "--out", tmp_path / name)
    assert done.exit_code == 0, done.output


def test_a_form_can_go_to_standard_output(ledger):
    done = hudna("report", "--ledger", ledger, "--format", "docx", "--lang", "en")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(done.stdout_bytes)).namelist()


def test_both_languages_are_two_files(ledger, tmp_path):
    done = hudna("report", "--ledger", ledger, "--lang", "both", "--out", tmp_path / "day.pdf")
    assert done.exit_code == 0, done.output
    assert {path.name for path in tmp_path.glob("*.pdf")} == {"day.ar.pdf", "day.en.pdf"}
    languages = [PdfReader(tmp_path / f"day.{one}.pdf").trailer["/Root"]["/Lang"] for one in ("ar", "en")]
    assert languages == ["ar", "en"]


def test_both_languages_need_a_file(ledger):
    done = hudna("report", "--ledger", ledger, "--lang", "both")
    assert done.exit_code == 2
    assert "--out" in done.output


def test_a_week_is_the_seven_days_that_end_on_a_day(ledger):
    done = hudna("report", "--ledger", ledger, "--lang", "en", "--week", "2020-10-15")
    assert "9–15" in done.output
    assert "October 2020" in done.output


def test_days_are_named_in_one_way(ledger):
    done = hudna("report", "--ledger", ledger, "--week", "2020-10-15", "--date", "2020-10-12")
    assert done.exit_code == 2
    assert "two ways" in done.output


def test_a_day_is_still_called_so(ledger):
    one = hudna("report", "--ledger", ledger, "--lang", "en", "--day", "2020-10-12")
    other = hudna("report", "--ledger", ledger, "--lang", "en", "--date", "2020-10-12")
    assert one.exit_code == 0
    assert one.output == other.output
