"""The fonts of the papers. They ride along with the built package and are never committed (docs/dependencies.md)."""

from pathlib import Path

import typst

from hudna.errors import UsageError

FOLDER = Path(__file__).parents[2] / "web" / "static" / "vendor" / "fonts"
FAMILIES = ("IBM Plex Sans Arabic", "Noto Sans Arabic", "Noto Naskh Arabic", "DejaVu Sans")
"""What is asked for, in this order; the first rides along, the others are those of the machine."""


def fonts() -> typst.Fonts:
    """The bundled fonts, and those of the machine.

    Raises:
        UsageError: None of them has Arabic letters: the paper would be full of empty boxes.
    """
    found = typst.Fonts(include_system_fonts=True, font_paths=[FOLDER] if FOLDER.is_dir() else [])
    if not set(FAMILIES) & set(found.families()):
        raise UsageError(
            "there is no font with Arabic letters for the paper",
            hint="Build the assets (make assets), or install one: apt-get install fonts-noto-core",
        )
    return found
