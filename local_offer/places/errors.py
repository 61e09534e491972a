"""What can stand in the way of finding a place: each in plain words, with ways onward.

No message repeats what was typed, so that a postcode can never reach a log by way of an error.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class WayOn:
    """Something to try instead: a website, or a search near another place (empty: the whole county)."""

    label: str
    near: str = ""
    url: str = ""


WHOLE_COUNTY = WayOn("Search all of Hertfordshire")
FIND_YOUR_COUNCIL = WayOn("Find your council on GOV.UK", url="https://www.gov.uk/find-local-council")


class PlaceError(Exception):
    """A place we cannot search near. `message` is in plain words for the family, `ways` what they can do."""

    def __init__(self, message: str, ways: tuple[WayOn, ...] = (WHOLE_COUNTY,)) -> None:
        super().__init__(message)
        self.message = message
        self.ways = ways


class NotAPostcode(PlaceError):
    """It looks like a postcode, but no postcode is written so."""

    def __init__(self, ways: tuple[WayOn, ...] = (WHOLE_COUNTY,)) -> None:
        super().__init__(
            "That is not a postcode we can read. A postcode looks like AL1 3JE. You can type a town too.",
            ways,
        )


class UnknownPlace(PlaceError):
    """Words that name no place we know. The ways onward hold names that look alike, if there are any."""

    def __init__(self, ways: tuple[WayOn, ...] = (WHOLE_COUNTY,)) -> None:
        super().__init__(
            "We do not know that place. Try a town near you, or a postcode such as AL1 3JE.", ways
        )


class OutsideHertfordshire(PlaceError):
    """Too far outside the county to search near. `council` and `website` say whose Local Offer serves
    families there.
    """

    def __init__(self, council: str = "", website: str = "") -> None:
        if council:
            message = f"That place is outside Hertfordshire. {council} has a Local Offer for families there."
            ask = WayOn(f"Go to the website of {council}", url=website) if website else FIND_YOUR_COUNCIL
        else:
            message = (
                "That place is outside Hertfordshire. Your own council has a Local Offer for families there."
            )
            ask = FIND_YOUR_COUNCIL
        super().__init__(message, (ask, WHOLE_COUNTY))
        self.council = council
        self.website = website
