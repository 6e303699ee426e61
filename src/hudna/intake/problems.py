"""Everything that can be wrong with what people hand in: how bad it is, what we say, what to do about it.

One table, so that the words are the same everywhere and docs/intake.md can list them (a test compares the two).

- **error**: something was not read at all;
- **warning**: it was read, but a part is lost or should be looked at;
- **note**: nothing is lost; it is said so that nobody wonders.
"""

import msgspec

from hudna.model import Issue


class Problem(msgspec.Struct, frozen=True):
    """One row of the table; `{names}` in the sentences are filled in where the problem is met."""

    severity: str
    reason: str
    hint: str


PROBLEMS: dict[str, Problem] = {
    # finding files
    "missing": Problem(
        "error", "there is no such file or folder", "Check the path; it is read from the folder you are in."
    ),
    "broken_link": Problem(
        "error", "the symbolic link points to nothing", "Put the linked file back, or remove the link."
    ),
    "link_loop": Problem(
        "warning", "the symbolic link leads back to itself", "Remove the link; everything else was read."
    ),
    "reached_twice": Problem("note", "this file was reached a second time and is read once", "Nothing to do."),
    "may_not_read": Problem(
        "error", "we may not read this: {why}", "Give the user who runs Hudna the right to read it, and run again."
    ),
    "read_failed": Problem("error", "reading stopped: {why}", "Check the disk or the network share, and run again."),
    "changed": Problem(
        "error",
        "the file changed while it was read",
        "Run again when nobody is writing to it; what was read may be a mixture.",
    ),
    "fault": Problem(
        "error",
        "Hudna failed to read it: {what}",
        "This is our fault, and costs only this file. Please report this line, with the file if you may.",
    ),
    "not_a_file": Problem(
        "error",
        "this is a {what}, not a file",
        "It was not read, because that could wait for ever. Hand in what comes out of it: `cat … | hudna … -`.",
    ),
    "nothing_here": Problem(
        "warning", "the folder holds nothing to read", "Check the path; hidden files are not read."
    ),
    "stdin_twice": Problem("note", "standard input is named twice and is read once", "Nothing to do."),
    # what is in them
    "empty": Problem("warning", "there is no text in it", "Check how the file was made; its bytes are kept."),
    "binary": Problem(
        "error",
        "this is not text: {percent}% of its first bytes are control characters",
        "Its bytes are kept. If it is a document, save it as text, HTML or JSON Lines.",
    ),
    "foreign": Problem("error", "this is {what}, which is not read", "{how}"),
    "too_large": Problem(
        "error",
        "{what} is too large: {size} {unit}, and the limit is {limit}",
        "Its bytes are kept, no claims are read from it. Split it into documents, or raise the limit.",
    ),
    "looks_like": Problem(
        "note",
        "the content is {what}, and it was read as that",
        "Give the file the ending `{suffix}`, so that nobody wonders.",
    ),
    "controls": Problem(
        "note",
        "the text holds {count} control characters, the first at {first}",
        "They are kept as they are; check the source.",
    ),
    # archives
    "damaged": Problem(
        "error",
        "it cannot be unpacked: {why}",
        "Obtain the file again; what stands before the damage was read where it can stand alone.",
    ),
    "exploded": Problem(
        "error",
        "more comes out of it than the {limit} bytes that an archive of this size may hold",
        "It looks like a bomb and was not read on. If it is none, unpack it and hand in what is inside.",
    ),
    "nested": Problem(
        "error", "it lies in {limit} archives, one in the other", "Unpack the outer ones and hand in what is inside."
    ),
    "member_link": Problem(
        "warning", "this is a link inside an archive, and is not followed", "Pack the file itself, if it is one."
    ),
    "member_locked": Problem("error", "it is locked with a password", "Unpack it and hand in what is inside."),
    "member_name": Problem(
        "note", "its name leads out of the archive", "It was read under its plain name; nothing was written anywhere."
    ),
    "record_damaged": Problem(
        "error",
        "the record at byte {offset} cannot be read: {why}",
        "The records before and after it were read. Obtain the archive again, if you need this one.",
    ),
    "record_length": Problem(
        "warning",
        "the record says that it has {said} bytes, and has {size}",
        "It was read as long as it is; tell the maker of the archive.",
    ),
    "records_passed": Problem("note", "{count} records hold no page: {why}", "Nothing to do."),
    "left_out": Problem(
        "note",
        "{count} of {seen} pages name nothing of the theatre, or no deed, and were not read",
        "A sample of them is kept for checking; `--no-gate` reads them all.",
    ),
    # feeds, tables, papers
    "feed_entities": Problem(
        "warning",
        "the feed defines entities of its own; they were not resolved",
        "Check its source: entities in feeds are an attack or a mistake. Everything else was read.",
    ),
    "feed_empty": Problem(
        "error", "no entry of a feed was found in it", "Its bytes are kept. Only RSS and Atom are read of all XML."
    ),
    "no_column": Problem(
        "error",
        "there is no column `{column}`; there are: {columns}",
        "Say which column holds what: `--column text=COLUMN`.",
    ),
    "row_invalid": Problem("error", "the row cannot be read: {why}", "The rows after it were read; check its quotes."),
    "pdf_page": Problem(
        "warning", "page {page} cannot be read: {why}", "The other pages were read. Obtain the file again."
    ),
    "pdf_without_text": Problem(
        "error",
        "the PDF has no text layer",
        "Its bytes are kept. It may be a scan: recognise its letters with another tool, and hand in the text.",
    ),
    # letters
    "guessed_encoding": Problem(
        "note",
        "the encoding is not declared; read as {encoding}: {why}",
        "If the letters look wrong, convert the file to UTF-8 and run again.",
    ),
    "other_encoding": Problem(
        "note", "the page says {declared}, but its bytes are {encoding}", "It was read as {encoding}; nothing to do."
    ),
    "replaced": Problem(
        "warning",
        "{count} places could not be decoded as {encoding}; they are shown as \ufffd",
        "The original bytes are kept. Obtain the file again, or convert it to UTF-8.",
    ),
    "unknown_encoding": Problem(
        "error",
        "the encoding is not UTF-8, UTF-16 or an Arabic one; most letters cannot be read",
        "Its bytes are kept. Convert it to UTF-8: `iconv -f ENCODING -t UTF-8`.",
    ),
    # JSON lines
    "json_invalid": Problem(
        "error", "the line is not valid JSON: {why}", "Every line must be one complete JSON object."
    ),
    "json_lenient": Problem(
        "note", "the line is not strict JSON ({why}), but can be read", "Nothing to do; tell the maker of the file."
    ),
    "json_no_object": Problem(
        "error", "the line is {what}, not an object", 'Write one object a line: {{"text": "…"}}.'
    ),
    "json_no_text": Problem(
        "error", "the object has no text in its field `text`", "Name the field with the article's text `text`."
    ),
    "repeated": Problem("note", "the same record stands here a second time and is kept once", "Nothing to do."),
    "same_id": Problem(
        "warning",
        "the id `{id}` already belongs to another text; this one is called `{name}`",
        "Give every document an id of its own, if you want to choose its name.",
    ),
    "same_name": Problem(
        "note",
        "another document is already called `{id}`; this one is called `{name}`",
        "Nothing to do; the path tells them apart.",
    ),
    "more_alike": Problem("warning", "{count} more places like this: {reason}", "{hint}"),
    # what is known about a text
    "sidecar_alone": Problem(
        "warning",
        "there is no document beside this sidecar",
        "A sidecar is called like its document with `.meta.json` added.",
    ),
    "sidecar_invalid": Problem(
        "warning", "the sidecar cannot be used: {why}", "It must be one JSON object; the document was read without it."
    ),
    "field_ignored": Problem(
        "warning",
        "the field `{field}` is not a {wanted}; it was not used",
        "Write it as a {wanted}; its value is kept as it is.",
    ),
    "date_unread": Problem(
        "warning",
        "the publication date `{value}` is not one that we read",
        "Write it as 2020-11-10 or 2020-11-10T14:30:00+04:00; its value is kept as it is.",
    ),
    "date_ahead": Problem(
        "warning",
        "the page says that it was published on {published}, after it was archived on {archived}",
        "One of the two clocks was wrong. The date was not used; the words of the text may tell it.",
    ),
    # pages
    "page_without_text": Problem(
        "error",
        "no article was found on the page",
        "Its bytes are kept. Save the page from a browser when it has finished loading.",
    ),
    "page_nul": Problem(
        "note",
        "the page holds {count} NUL characters, which pages may not hold",
        "They were left out; check the source.",
    ),
    "page_deep": Problem(
        "note",
        "its elements are nested deeper than {limit} levels",
        "Only our plain collector of paragraphs read it; check that its text is whole.",
    ),
    "page_metadata": Problem(
        "note",
        "a block of metadata (JSON-LD) on the page cannot be read: {why}",
        "The rest of the page was read; nothing to do.",
    ),
}


def problem(code: str, where: str, **details: object) -> Issue:
    """The issue for a row of the table.

    Raises:
        KeyError: for a code that is not in the table, or a detail that its sentences need.
    """
    row = PROBLEMS[code]
    return Issue(
        stage="intake",
        severity=row.severity,
        where=where,
        reason=row.reason.format(**details),
        hint=row.hint.format(**details),
    )
