"""Services as a big county might have them, made up from the words, needs, areas and places of the starting data.

The same number of services is the same services every time.
"""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from local_offer.directory.choices import Status
from local_offer.directory.models import Service
from local_offer.places.models import Sector

SEED = 20_000
WORDS_EACH, WORDS_OF_ITS_OWN = 240, 130
WORDS_IN_A_SENTENCE = 12
GROUPS = ("Club", "Group", "Project", "Centre", "Team", "Course", "Drop-in", "Circle", "Network", "Trust")
FIRST_DAY, DAYS = date(2023, 1, 1), 1300
# How many venues a service has: many have none, and are reached by phone or online.
VENUES_OF_TEN = (0, 0, 0, 0, 1, 1, 1, 1, 2, 3)
_WORD = re.compile(r"[a-z]{2,}")


@dataclass(frozen=True)
class Ground:
    """What services are made up from. Each list is drawn from as often as it holds a thing."""

    words: Sequence[str]
    name_words: Sequence[str]
    models: Sequence[Service]
    needs: Sequence[int]
    venues: Sequence[int]
    providers: Sequence[int]
    towns: Sequence[str]


@dataclass(frozen=True)
class MadeUp:
    """One service, not yet kept anywhere, with the numbers of what hangs on it."""

    service: Service
    links: Mapping[str, Sequence[int]]


def words_of(texts: Sequence[str]) -> list[str]:
    """Every word as often as it stands there, so that common words are common.

    >>> words_of(["Sleep, and sleep"])
    ['sleep', 'and', 'sleep']
    """
    return [word for text in texts for word in _WORD.findall(text.lower())]


def made_up(count: int, ground: Ground, start: int = 0) -> Iterator[MadeUp]:
    """So many services, from number `start` on."""
    for number in range(start, start + count):
        yield _one(number, ground, random.Random(SEED + number))


def _one(number: int, ground: Ground, chance: random.Random) -> MadeUp:
    """The words are its own; which choices go together is taken from a real service."""
    model = chance.choice(ground.models)
    first, second = (chance.choice(ground.name_words).title() for _ in range(2))
    name = f"{first} {second} {chance.choice(GROUPS)} {chance.choice(ground.towns)}"
    # A text says the same few things again and again, and leaves out most of what could be said.
    own = chance.choices(ground.words, k=WORDS_OF_ITS_OWN)
    service = Service(
        code=f"b{number:07}",
        slug=f"made-up-{number}",
        ref=f"made-up-{number}",
        name=name,
        provider_id=chance.choice(ground.providers),
        summary=sentences(20, own, chance)[:300],
        description=sentences(WORDS_EACH - 40, own, chance),
        eligibility=sentences(20, own, chance),
        min_age=model.min_age,
        max_age=model.max_age,
        audience=model.audience,
        diagnosis=chance.choice(ground.models).diagnosis,
        referral=model.referral,
        cost=chance.choice(ground.models).cost,
        delivery=model.delivery,
        status=chance.choice(Status.values),
        live=True,
        has_unpublished_changes=False,
        last_checked=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
    )
    links = {
        "needs": sorted({chance.choice(ground.needs) for _ in range(chance.randint(1, 5))}),
        "kinds": sorted(kind.pk for kind in model.kinds.all()),
        "outcomes": sorted(outcome.pk for outcome in model.outcomes.all()),
        "coverage": sorted(area.pk for area in chance.choice(ground.models).coverage.all()),
        "venues": sorted(set(chance.sample(ground.venues, chance.choice(VENUES_OF_TEN)))),
    }
    return MadeUp(service, links)


def sentences(words: int, among: Sequence[str], chance: random.Random) -> str:
    """So many words, drawn one by one, in sentences."""
    drawn = chance.choices(among, k=words)
    parts = (drawn[at : at + WORDS_IN_A_SENTENCE] for at in range(0, words, WORDS_IN_A_SENTENCE))
    return " ".join(f"{' '.join(part).capitalize()}." for part in parts)


def halls() -> list[tuple[str, str, float, float]]:
    """A hall in the middle of every postcode sector: its name, its postcode, and where it is."""
    inside = Sector.objects.filter(in_herts__gt=0).order_by("sector")
    return [(f"Hall {one.sector}", one.sector, one.lat, one.lon) for one in inside]
