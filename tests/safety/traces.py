"""Looks for what somebody typed in every file of a folder, in each of the shapes in which software leaves it."""

import base64
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus


def traces_of(marker: str, folder: Path) -> list[str]:
    """The files that hold the marker in any shape, and in which."""
    shapes = dict(shapes_of(marker))
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            small = content.lower()
            for name, shape in shapes.items():
                if shape in (content if name.startswith("base64") else small):
                    found.append(f"{path.relative_to(folder)} holds {marker!r} as {name}")
    return found


def shapes_of(marker: str) -> Iterator[tuple[str, bytes]]:
    """As it stands (whatever its capitals), without spaces, as an address spells it, in UTF-16, and in base64.

    Base64 depends on how many bytes come before: of each of the three ways, the part that does not depend on what
    stands around. All but base64 are in small letters.
    """
    plain = marker.lower()
    yield "plain", plain.encode()
    yield "joined", plain.replace(" ", "").encode()
    yield "address", quote(plain).lower().encode()
    yield "address with +", quote_plus(plain).lower().encode()
    yield "UTF-16", plain.encode("utf-16-le")
    for text in {marker, plain}:
        for before in range(3):
            coded = base64.b64encode(b"\x00" * before + text.encode())
            yield f"base64 {before} {text}", coded[4 if before else 0 : -4]
