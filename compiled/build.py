"""Compile the rooms of reading with mypyc.

    python compiled/build.py [--out build/compiled] [--opt 2]

`OUT/src` gets the source as the compiler is to see it (native.py), `OUT/lib` the compiled modules. Needs a C
compiler, mypy and setuptools; takes some minutes of one core. `make compiled` packs the result into a wheel (hook.py).
"""

import argparse
import os
import shutil
import sys
from pathlib import Path

from native import KEPT_MODULE, rewritten

SOURCE = Path(__file__).resolve().parents[1] / "src"
ROOM = "hudna/reading"
LANGUAGE = "hudna/knowledge/languages/ar"
OF_LANGUAGE = ("clitics", "morphology", "numbers", "phrases", "spelling")
"""What is grammar and not table: tables are made by msgspec, which makes no native classes."""
NEVER = ("hudna/reading/opinion/", "hudna/reading/engine/record.py")
"""Waits for a network; and what structs are made from."""
BOUNDARY = "hudna/reading/read.py"
"""Where the nouns come in and go out: they stay Structs."""
KEPT = "hudna/_kept.py"
"""Which no other module is above: it is part of the compiled build alone."""


FLAGS = "-fvisibility=hidden -fno-semantic-interposition"
"""Nobody outside replaces our functions: they may call each other directly, and the compiler may join them."""


def compiled(path: str) -> bool:
    """Whether a module, as a path below src/, is compiled. `__init__` files only hand on names."""
    if path.startswith(NEVER) or path.endswith("__init__.py"):
        return False
    return path == KEPT or path.startswith(f"{ROOM}/") or path in {f"{LANGUAGE}/{name}.py" for name in OF_LANGUAGE}


def lay_out(to: Path) -> list[str]:
    """Write the modules as the compiler is to see them; the paths of those that it compiles."""
    shutil.rmtree(to, ignore_errors=True)
    found = {path.relative_to(SOURCE).as_posix(): path.read_text() for path in sorted(SOURCE.rglob("*.py"))}
    texts = {name: rewritten(text) if compiled(name) and name != BOUNDARY else text for name, text in found.items()}
    texts[KEPT] = KEPT_MODULE
    for name, text in texts.items():
        (to / name).parent.mkdir(parents=True, exist_ok=True)
        (to / name).write_text(text)
    return [name for name in texts if compiled(name)]


def build(out: Path, opt: str) -> None:
    """Lay out, check types, write C, compile it."""
    from mypyc.build import mypycify  # noqa: PLC0415 - the hook must load where there is no mypy
    from setuptools import setup  # noqa: PLC0415

    names = lay_out(out / "src")
    shutil.rmtree(out / "lib", ignore_errors=True)
    os.chdir(out)
    os.environ["CFLAGS"] = f"{os.environ.get('CFLAGS', '')} {FLAGS}"
    options = ["--config-file=", "--ignore-missing-imports", *(f"src/{name}" for name in names)]
    modules = mypycify(options, opt_level=opt, debug_level="0", multi_file=True, group_name="hudna", target_dir="c")
    words = ["--quiet", "build_ext", "--build-lib", "lib", "--build-temp", "objects"]
    setup(name="hudna", ext_modules=modules, script_args=words)


def main() -> None:
    """Build from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=SOURCE.parent / "build" / "compiled")
    parser.add_argument("--opt", default="2", choices=("0", "1", "2", "3"), help="optimisation of the C compiler")
    asked = parser.parse_args()
    out = asked.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    build(out, asked.opt)
    print(f"{sum(1 for _ in (out / 'lib').rglob('*.so'))} compiled modules in {out / 'lib'}", file=sys.stderr)


if __name__ == "__main__":
    main()
