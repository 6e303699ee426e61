"""The exception tree, under every room.

::

    Exception
    └── HudnaError            anything that Hudna says on purpose: message, and a hint when there is one
        ├── InputError        what was handed in cannot be used (file missing, folder unreadable)
        ├── PackError         a pack of knowledge is wrong: file, line, hint
        ├── LedgerError       the ledger cannot be opened, read, written or trusted
        └── UsageError        the command or a call makes no sense as given
            └── CorrectionError   a person's correction of a claim cannot be taken: which field, what is wrong

One item that cannot be read is not an error but an ``Issue``: it is recorded and the street goes on. An error
means that going on would publish something wrong.
"""

from pathlib import Path


class HudnaError(Exception):
    """Anything that Hudna says on purpose.

    Attributes:
        message: What is wrong, in one sentence.
        hint: What the reader can do about it; empty when we do not know.
    """

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\nHint: {self.hint}" if self.hint else self.message


class InputError(HudnaError):
    """What was handed in cannot be used at all."""


class PackError(HudnaError):
    """A pack of knowledge is wrong; nothing starts until it is put right.

    Attributes:
        file: The file of the pack.
        line: The line in it, counted from 1; None when the whole file is meant.
    """

    def __init__(self, message: str, *, file: Path, line: int | None = None, hint: str = "") -> None:
        super().__init__(message, hint=hint)
        self.file = file
        self.line = line

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line is not None else str(self.file)
        return f"{where}: {super().__str__()}"


class LedgerError(HudnaError):
    """The ledger cannot be opened, read, written or trusted."""


class UsageError(HudnaError):
    """The command or a call makes no sense as given."""


class CorrectionError(UsageError):
    """A person's correction of a claim cannot be taken as it is.

    Attributes:
        fault: field (there is none of this name), unknown, several (a name that more than one thing bears), time,
            number, order (the end before the beginning), open (an end that the bound leaves open), same (nothing
            differs).
        field: Of the form; empty where none is to blame.
        value: As it was given.
    """

    def __init__(self, fault: str, field: str, value: str, *, hint: str = "") -> None:
        super().__init__(f"{_FAULTS[fault]}{f' ({field}: {value!r})' if field else ''}", hint=hint)
        self.fault, self.field, self.value = fault, field, value


_FAULTS = {
    "field": "there is no such field to correct",
    "unknown": "the packs do not know this",
    "several": "more than one thing is called so",
    "time": "this is no time",
    "number": "this is no number",
    "order": "the end stands before the beginning",
    "open": "the bound leaves this end open",
    "same": "the claim says this already",
}
