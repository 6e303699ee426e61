"""Hatchling's hook for the optional compiled wheel; off unless HATCH_BUILD_HOOK_ENABLE_CUSTOM is set."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts the compiled modules beside those that they were made of; Python takes the compiled ones."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and hand the result to the wheel. An editable install stays pure Python."""
        if version == "editable":
            return
        out = Path(self.root) / "build" / "compiled"
        subprocess.run([sys.executable, str(Path(self.root) / "compiled" / "build.py"), "--out", str(out)], check=True)
        library = out / "lib"
        modules = sorted(path for path in library.rglob("*") if path.is_file())
        build_data["force_include"] |= {str(path): path.relative_to(library).as_posix() for path in modules}
        build_data["pure_python"], build_data["infer_tag"] = False, True
