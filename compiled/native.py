"""Structs of reading as native classes, for the compiler.

mypyc knows the fields of a plain class and reaches them as C does; of a `msgspec.Struct` it knows nothing, so that
every field costs a look-up by name and every number a box. Pure Python is the other way round: there a Struct is the
quickest thing to make. So the source has Structs, and what goes to the compiler has this in their place:

    class Line(Record, frozen=True):        @final
        number: int                         class Line:
        first: int = 0                          number: int
                                                first: int
                                                def __init__(self, number: int, first: int = 0) -> None: ...
                                                __eq__, __hash__, __repr__: as the Struct's
                                                changed: what `msgspec.structs.replace` becomes

`rewritten` does this to the text of one module. Docstrings of fields go; everything else stays as it is.
"""

import ast
import re
from collections import Counter
from typing import NamedTuple

KEPT_MODULE = '''"""Says that a field keeps its value."""

from typing import Final, final


@final
class Kept:
    """Its one instance is told apart from every value."""


KEPT: Final = Kept()
'''
_CONSTANT = re.compile("_?[A-Z][A-Z0-9_]+")
_EMPTY = {"[]", "{}"}
"""Defaults of which every record gets its own."""
PARENTS = {"Record", "msgspec.Struct"}
METHODS = {"msgspec.structs.replace": "changed", "between": "between", "covering": "covering"}
"""Functions called with an object first → the method of a native class that does the same. A method of another
module's class that is called by a name of its own is looked up, and its arguments are boxed and parsed; called as a
method, it is jumped to."""


class Field(NamedTuple):
    """One field of a Struct, as it is written."""

    name: str
    type: str
    default: str | None


class _Piece(NamedTuple):
    """A range of lines (from 1, both ends included) and what stands there instead."""

    first: int
    last: int
    text: str


def rewritten(source: str) -> str:
    """The text of a module with its Structs as native classes, and calls of `replace` as calls of their method."""
    tree = ast.parse(source)
    structs = [node for node in tree.body if isinstance(node, ast.ClassDef) and _is_struct(node)]
    source = _spliced(source, [_Piece(_first(node), _end(node), _native(node, source)) for node in structs])
    return _with_imports(_called(_final(source)))


def _is_struct(node: ast.ClassDef) -> bool:
    settings = {word.arg for word in node.keywords}
    return settings <= {"frozen", "gc"} and any(ast.unparse(base) in PARENTS for base in node.bases)


def _first(node: ast.ClassDef) -> int:
    return min([node.lineno, *(one.lineno for one in node.decorator_list)])


def _end(node: ast.ClassDef) -> int:
    return node.end_lineno or node.lineno


def _spliced(source: str, pieces: list[_Piece]) -> str:
    lines = source.splitlines()
    for piece in sorted(pieces, reverse=True):
        lines[piece.first - 1 : piece.last] = piece.text.splitlines()
    return "\n".join(lines) + "\n"


def _native(node: ast.ClassDef, source: str) -> str:
    fields = _fields(node)
    frozen = any(word.arg == "frozen" for word in node.keywords)
    others = [ast.unparse(base) for base in node.bases if ast.unparse(base) not in PARENTS]
    head = f"class {node.name}({', '.join(others)}):" if others else f"class {node.name}:"
    final = frozen and not others  # acyclic knows no type variables
    body = [f"{one.name}: {one.type}" for one in fields]
    body += [*_init(fields), *_equal(node.name, fields), *_shown(node.name, fields)]
    body += _hashed(fields) if frozen else []
    body += _changed(_self_type(node, others), node.name, fields)
    methods = [_indented(source, one) for one in node.body if isinstance(one, ast.FunctionDef)]
    return "\n".join(
        [*(["@_attr(acyclic=True)"] if final else []), "@_final", head, *(f"    {line}" for line in body), "", *methods]
    )


def _indented(source: str, node: ast.FunctionDef) -> str:
    first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
    return "\n".join(source.splitlines()[first - 1 : node.end_lineno])


def _self_type(node: ast.ClassDef, others: list[str]) -> str:
    generic = [one for one in others if one.startswith("Generic[")]
    return f"{node.name}{generic[0].removeprefix('Generic')}" if generic else node.name


def _fields(node: ast.ClassDef) -> list[Field]:
    return [
        Field(one.target.id, _unquoted(one.annotation), ast.unparse(one.value) if one.value else None)
        for one in node.body
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
    ]


def _unquoted(annotation: ast.expr) -> str:
    return (
        f'"{annotation.value}"'
        if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str)
        else ast.unparse(annotation)
    )


def _init(fields: list[Field]) -> list[str]:
    told = ", ".join(["self", *(_parameter(one) for one in fields)])
    return [f"def __init__({told}) -> None:", *(f"    self.{one.name} = {_value(one)}" for one in fields)]


def _parameter(field: Field) -> str:
    if field.default in _EMPTY:
        return f"{field.name}: {field.type} | None = None"
    return f"{field.name}: {field.type}" + (f" = {field.default}" if field.default is not None else "")


def _value(field: Field) -> str:
    return f"{field.default} if {field.name} is None else {field.name}" if field.default in _EMPTY else field.name


def _equal(name: str, fields: list[Field]) -> list[str]:
    same = " and ".join([f"isinstance(other, {name})", *(f"self.{one.name} == other.{one.name}" for one in fields)])
    return ["def __eq__(self, other: object) -> bool:", f"    return {same}"]


def _hashed(fields: list[Field]) -> list[str]:
    return ["def __hash__(self) -> int:", f"    return hash(({''.join(f'self.{one.name}, ' for one in fields)}))"]


def _shown(name: str, fields: list[Field]) -> list[str]:
    told = ", ".join(f"{one.name}={{self.{one.name}!r}}" for one in fields)
    return ["def __repr__(self) -> str:", f'    return f"{name}({told})"']


def _changed(kind: str, name: str, fields: list[Field]) -> list[str]:
    """`changed(...)`: a copy with other values. A field that is not given is told apart by a mark of its own."""
    told = ", ".join(f"{one.name}: _Kept | {_inner(one.type)} = _KEPT" for one in fields)
    values = ", ".join(f"self.{one.name} if isinstance({one.name}, _Kept) else {one.name}" for one in fields)
    return [f'def changed(self, *, {told}) -> "{kind}":', f"    return {name}({values})"]


def _inner(written: str) -> str:
    return written.strip('"')


def _called(source: str) -> str:
    """`msgspec.structs.replace(a, b=c)` as `(a).changed(b=c)`, `between(a, b, c)` as `(a).between(b, c)`.

    The innermost first, for a change moves the rest.
    """
    while (call := _innermost(ast.parse(source))) is not None:
        source = _with_method(source, call)
    return source


def _innermost(tree: ast.AST) -> ast.Call | None:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) in METHODS]
    return max(calls, key=lambda one: (one.lineno, one.col_offset), default=None)


def _with_method(source: str, call: ast.Call) -> str:
    given, raw = call.args[0], source.encode()
    starts = [0]
    for line in raw.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    begin = starts[call.lineno - 1] + call.col_offset
    first = starts[given.lineno - 1] + given.col_offset
    last = starts[(given.end_lineno or 0) - 1] + (given.end_col_offset or 0)
    comma = raw.index(b",", last)
    method = f").{METHODS[ast.unparse(call.func)]}(".encode()
    return (raw[:begin] + b"(" + raw[first:last] + method + raw[comma + 1 :].lstrip(b" ")).decode()


def _final(source: str) -> str:
    """Constants as `Final`: then they are read from memory, and not looked up by name in the module's dictionary."""
    tree = ast.parse(source)
    told = Counter(name.id for node in ast.walk(tree) for name in _names(node))
    lines = source.splitlines()
    for node in tree.body:
        line, names = node.lineno - 1, [one.id for one in _names(node)]
        if not names or any(told[name] > 1 or not _CONSTANT.fullmatch(name) for name in names):
            continue
        if isinstance(node, ast.AnnAssign):
            at, kind = node.annotation.end_col_offset or 0, ast.unparse(node.annotation)
            lines[line] = f"{names[0]}: _Final[{kind}]{lines[line].encode()[at:].decode()}"
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            at = node.targets[0].end_col_offset or 0
            lines[line] = f"{names[0]}: _Final{lines[line].encode()[at:].decode()}"
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Tuple) and node.end_lineno == node.lineno:
            values = [ast.unparse(value) for value in node.value.elts]
            lines[line] = "; ".join(f"{name}: _Final = {value}" for name, value in zip(names, values, strict=True))
    return "\n".join(lines) + "\n"


def _names(node: ast.AST) -> list[ast.Name]:
    """What a statement gives values to; nothing where it is not all names."""
    told = (
        node.targets
        if isinstance(node, ast.Assign)
        else [node.target]
        if isinstance(node, ast.AnnAssign | ast.AugAssign)
        else []
    )
    flat = told[0].elts if len(told) == 1 and isinstance(told[0], ast.Tuple) else told
    return [one for one in flat if isinstance(one, ast.Name)]


def _with_imports(source: str) -> str:
    """Behind the module's docstring."""
    tree = ast.parse(source)
    first = tree.body[0]
    line = (first.end_lineno or 0) if isinstance(first, ast.Expr) else 0
    lines = source.splitlines()
    lines[line:line] = [
        "from typing import TYPE_CHECKING as _CHECKING, Final as _Final, final as _final",
        "if _CHECKING: from mypy_extensions import mypyc_attr as _attr",
        "from hudna._kept import KEPT as _KEPT, Kept as _Kept",
    ]
    return "\n".join(lines) + "\n"
