"""What became of one part of the starting data, for the person who watches it load."""

from dataclasses import dataclass, field


@dataclass
class Tally:
    """How many things were made, changed and left; and a sentence for each that an editor keeps."""

    what: str
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        total = self.new + self.changed + self.unchanged
        if self.unchanged == total:
            return f"{self.what}: {total}, nothing to do"
        parts = [f"{self.new} new", f"{self.changed} changed", f"{self.unchanged} as they were"]
        return f"{self.what}: {', '.join(part for part in parts if not part.startswith('0 '))}"
