"""What the structs of reading are made from.

The optional compiled build (docs/compiled.md) makes native classes of them, of these and of Structs without settings of
their own. mypyc passes on nothing that a class says in brackets, so `gc=False` stands here, in a module that is never
compiled, for those that stay Structs. `frozen=True` is written out again for type checkers.
"""

import msgspec


class Record(msgspec.Struct, frozen=True, gc=False):
    """A frozen struct. Values only, nothing that leads back to itself: the garbage collector does not look inside."""
