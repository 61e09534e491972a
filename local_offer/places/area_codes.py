"""The codes by which services name areas ("dspl-1", "town:Hitchin"), and which is narrower than which."""

COUNTY = "county"
NATIONAL = "national"
TOWN_PREFIX = "town:"

# Narrowest first: a card names the narrowest area of a service that a family lies in.
KINDS_NARROW_TO_WIDE = ("town", "dspl", "district", "nhs", COUNTY, NATIONAL)
CODE_PATTERN = r"^(county|national|dspl-[0-9]+|(district|nhs|town):[^ ].*)$"
_PREFIXES = ((TOWN_PREFIX, "town"), ("dspl-", "dspl"), ("district:", "district"), ("nhs:", "nhs"))


class UnknownAreaCode(ValueError):
    """A code of none of the known kinds: a slip in a table, since editors choose areas from a list."""


def kind_of(code: str) -> str:
    """
    >>> kind_of("district:dacorum")
    'district'
    """
    if code in (COUNTY, NATIONAL):
        return code
    for prefix, kind in _PREFIXES:
        if code.startswith(prefix):
            return kind
    raise UnknownAreaCode(f"{code!r} is not the code of an area.")


def narrowness(code: str) -> int:
    """0 for a town, and more the wider the area is."""
    return KINDS_NARROW_TO_WIDE.index(kind_of(code))
