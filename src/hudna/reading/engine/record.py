"""What the structs of reading are made from, so that its modules can be compiled.

mypyc, which makes the optional compiled wheel, does not pass on what a class says in brackets: of
`class Clause(msgspec.Struct, frozen=True)` it would make a struct that anybody can change. What a parent says holds all
the same, so it stands here, in a module that is never compiled. `frozen=True` is written out again for type checkers.
"""

import msgspec


class Record(msgspec.Struct, frozen=True, gc=False):
    """A frozen struct. Values only, nothing that leads back to itself: the garbage collector does not look inside."""
