"""What is asked while the clock runs: the judged searches, some with fields and filters filled in."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from tests.quality.judging import judged_searches

PLACES = ("Hitchin", "AL1 3", "Watford", "Berko", "SG5 1", "WGC", "Royston", "Bishop's Stortford")
FILTERS = (
    {"diagnosis": "not_needed"},
    {"cost": "free", "delivery": "online"},
    {"need": "sleep"},
    {"referral": "parent", "audience": "parents"},
    {"kind": "helpline"},
)


@dataclass(frozen=True)
class Question:
    """An address's fields, and the words among them."""

    words: str
    fields: QueryDict


def questions() -> list[Question]:
    """Each judged search; every second with an age, every third with a place, every fourth with a filter."""
    asked = []
    for number, one in enumerate(judged_searches()):
        fields: dict[str, str] = {"q": one.query}
        if number % 2:
            fields["age"] = str(number % 19)
        if number % 3 == 0:
            fields["near"] = PLACES[number % len(PLACES)]
        if number % 4 == 0:
            fields |= FILTERS[number // 4 % len(FILTERS)]
        asked.append(Question(one.query, QueryDict(urlencode(fields))))
    return asked
