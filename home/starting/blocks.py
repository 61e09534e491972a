"""What the body of a page is made of, as its file says it and as the database keeps it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Block:
    """One block of a page's body. `kind` and the shape of `value` are those of the blocks that editors see.

    `line` is where it stands in its file, so that what is wrong with it can be found.
    """

    kind: str
    value: Any
    line: int = field(default=0, compare=False)

    def as_kept(self) -> dict[str, Any]:
        """The shape in which a stream of blocks is stored."""
        return {"type": self.kind, "value": self.value}
