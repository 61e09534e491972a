"""The lists of words that are part of the program, kept as text beside it so that they can be read and corrected.

A line is a phrase as `patterns` reads it. "# ..." is a remark, "[name]" begins a section, and "@name = a|b|c" gives a
choice a name, so that later lines can say "@name".
"""

import re
from pathlib import Path

FOLDER = Path(__file__).parent / "lists"

_NAMED = re.compile(r"@\w+")


def read_sections(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of a list by section; lines before the first section are under the empty name."""
    choices: dict[str, str] = {}
    sections: dict[str, list[str]] = {"": []}
    section = ""
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("@") and "=" in line:
            choice, _, words = line.partition("=")
            choices[choice.strip()] = _NAMED.sub(lambda found: choices[found.group()], words.strip())
        elif line.startswith("["):
            section = line.strip("[]")
            sections.setdefault(section, [])
        elif line and not line.startswith("#"):
            sections[section].append(_NAMED.sub(lambda found: choices[found.group()], line))
    return {section: tuple(lines) for section, lines in sections.items()}
