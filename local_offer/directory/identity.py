"""The permanent names of a service: its UUID, and the short code that is made from it and stands in `/s/<code>`."""

from uuid import UUID, uuid4, uuid5

# No vowels (so no words), and nothing that looks like something else on paper.
ALPHABET = "23456789bcdfghjkmnpqrstvwxyz"
CODE_LENGTH = 6
_OURS = UUID("5f0e7b1e-9d0f-4d0e-8a51-6c3e5b6a3f11")


def new_uuid() -> UUID:
    """A name for a service that an editor makes."""
    return uuid4()


def uuid_of_import(source: str, ref: str) -> UUID:
    """The same service from the same source has the same name on every machine, so its short link is the same too."""
    return uuid5(_OURS, f"{source}:{ref}")


def short_codes(uuid: UUID, attempts: int = 8) -> list[str]:
    """Codes to try in turn for this service: the first that nobody has is its own for ever."""
    number, codes = uuid.int, []
    for _ in range(attempts):
        letters = []
        for _ in range(CODE_LENGTH):
            number, place = divmod(number, len(ALPHABET))
            letters.append(ALPHABET[place])
        codes.append("".join(letters))
        number = number or uuid.int // 3
    return codes
