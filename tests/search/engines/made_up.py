"""Services, places and questions made up at random, and an index of them in a folder of its own."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from local_offer.core.facts import PageFacts
from local_offer.directory.choices import Audience, Cost, Delivery, Diagnosis, Referral, Status
from local_offer.places.place import Place, Point
from search.changes import Standing
from search.document import Lists, ServiceFacts
from search.engines.base import Engine
from search.engines.embedded.bits import Bits
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.embedded.storage import Folder, Reader, create_index
from search.engines.embedded.writing import page_document, service_document, state_document
from search.query import BEST, NEAREST, Assumed, ServiceQuery
from search.results import Hit, Tag

TOWNS = {
    "town:Hitchin": Point(51.949, -0.285),
    "town:Royston": Point(52.048, -0.024),
    "town:Ware": Point(51.811, -0.029),
}
AREAS = ["county", "national", "dspl-1", "dspl-2", "district:north", "district:east", "nhs:east", *TOWNS]
NEEDS = [f"need-{number}" for number in range(8)]
KINDS, OUTCOMES = ["club", "course", "professional-only"], ["healthy", "safe"]
WORDS = ["garden", "kayak", "robot", "violin", "zebra"]
LISTS = Lists(
    {"need": [(slug, slug.title()) for slug in NEEDS], "kind": [(slug, slug) for slug in KINDS],
     "outcome": [(slug, slug) for slug in OUTCOMES]},
    {code: (point.lat, point.lon) for code, point in TOWNS.items()},
)  # fmt: skip


def some(values: list[str], most: int = 3) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), max_size=most)


# Points as an index keeps them, to the twentieth part of a thousandth of a degree: so distances are equal to the inch.
points = st.builds(
    lambda lat, lon: Point(lat / 20_000 - 90, lon / 20_000 - 180),
    st.integers(2_831_000, 2_843_000),
    st.integers(3_590_000, 3_602_000),
)
service_ages = st.one_of(
    st.just((None, None)),
    st.tuples(st.none(), st.integers(0, 25)),
    st.tuples(st.integers(0, 25), st.none()),
    st.tuples(st.integers(0, 25), st.integers(0, 25)).map(lambda pair: (min(pair), max(pair))),
)


def a_service(number: int = 1, **values: object) -> ServiceFacts:
    """A service of which little is known; name what is."""
    facts: dict[str, object] = {
        "id": number, "ref": str(number), "name": f"Service {number}", "provider": "", "url": f"/services/{number}/",
        "summary": "", "text": (("", 1),), "needs": frozenset(), "wide_needs": frozenset(), "ages": (None, None),
        "diagnosis": "unknown", "referral": frozenset(), "cost": "unknown", "delivery": frozenset(),
        "kind": frozenset(), "audience": frozenset(), "outcome": frozenset(), "status": "unknown",
        "areas": frozenset(), "towns": (), "venues": (), "updated": None, "is_checked": False,
        "is_someone_to_ask": False, "checked": "", "tags": (),
    }  # fmt: skip
    facts |= values
    areas = sorted(facts["areas"])  # type: ignore[call-overload]
    facts["towns"] = tuple((code, TOWNS[code]) for code in areas if code in TOWNS)
    facts["area_names"] = tuple((code, code.title()) for code in areas)
    return ServiceFacts(**facts)  # type: ignore[arg-type]


@st.composite
def services(draw: st.DrawFn, number: int) -> ServiceFacts:
    needs = draw(some(NEEDS))
    return a_service(
        number,
        text=((" ".join(draw(st.lists(st.sampled_from(WORDS), max_size=3))), draw(st.integers(1, 3))),),
        needs=needs,
        wide_needs=draw(some(NEEDS)) - needs,
        ages=draw(service_ages),
        diagnosis=draw(st.sampled_from(Diagnosis.values)),
        referral=draw(some(Referral.values)),
        cost=draw(st.sampled_from(Cost.values)),
        delivery=draw(some(Delivery.values)),
        kind=draw(some(KINDS)),
        audience=draw(some(Audience.values)),
        outcome=draw(some(OUTCOMES)),
        status=draw(st.sampled_from(Status.values)),
        areas=draw(some(AREAS, 2)),
        venues=tuple(draw(st.lists(points, max_size=8))),
        updated=draw(st.none() | st.dates(date(2015, 1, 1), date(2026, 11, 1))),
        is_checked=draw(st.booleans()),
        tags=(Tag("Free"),),
    )


directories = st.integers(0, 14).flatmap(
    lambda count: st.tuples(*[services(number + 1) for number in range(count)])
)
places = st.builds(
    lambda kind, point, areas: Place(
        "Here", kind, point, areas, "Here", tuple(a for a in sorted(areas) if "dspl" in a)
    ),
    st.sampled_from(["sector", "town", "county"]),
    points | st.sampled_from(list(TOWNS.values())),
    some([code for code in AREAS if code != "national"], 4),
)


def unsure(most: int) -> st.SearchStrategy[tuple[tuple[str, float], ...]]:
    """Needs, each with how sure we are."""
    pairs = st.tuples(st.sampled_from([*NEEDS, "unheard-of"]), st.sampled_from([0.2, 0.5, 1.0]))
    return st.lists(pairs, max_size=most, unique_by=lambda pair: pair[0]).map(tuple)


understood = st.builds(
    Assumed,
    words=st.lists(st.sampled_from([*WORDS, "nowhere"]), max_size=2, unique=True).map(tuple),
    needs=unsure(most=2),
    leads=unsure(most=3),
    ages=st.lists(st.tuples(st.integers(0, 26), st.integers(0, 3)), max_size=2).map(
        lambda spans: tuple((low, low + more) for low, more in spans)
    ),
    named=st.lists(st.integers(1, 20), max_size=1).map(tuple),
    meant=st.lists(st.integers(1, 20), max_size=2).map(tuple),
)


def choice(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Mostly nothing: who chooses everything finds nothing."""
    return st.just(()) | st.just(()) | st.lists(st.sampled_from(values), max_size=2, unique=True).map(tuple)


questions = st.builds(
    ServiceQuery,
    age=st.just(()) | st.lists(st.integers(0, 25), max_size=2, unique=True).map(tuple),
    within=st.sampled_from([None, None, 2, 5, 15, 30]),
    need=choice([*NEEDS, "unheard-of"]),
    diagnosis=choice(Diagnosis.values),
    referral=choice(Referral.values),
    cost=choice(Cost.values),
    delivery=choice(Delivery.values),
    kind=choice(KINDS),
    audience=choice(Audience.values),
    outcome=choice(OUTCOMES),
    sort=st.sampled_from([BEST, NEAREST]),
    assumed=st.just(Assumed()) | understood,
    place=st.none() | places,
    per_page=st.integers(1, 6),
)


def write_index(
    root: Path, facts: Iterable[ServiceFacts], pages: Iterable[tuple[int, PageFacts]] = ()
) -> Folder:
    """An index of these services in this folder."""
    folder, bits = Folder(root), Bits()
    path = folder.new()
    writer = create_index(path).writer(15_000_000, 1)
    for one in facts:
        writer.add_document(service_document(one, bits, 1))
    for pk, page in pages:
        writer.add_document(page_document(pk, page, bits, 1))
    writer.add_document(state_document(Standing(1), bits, LISTS))
    writer.commit()
    writer.wait_merging_threads()
    folder.use(path)
    return folder


def an_engine(
    root: Path, facts: Iterable[ServiceFacts], pages: Iterable[tuple[int, PageFacts]] = ()
) -> EmbeddedEngine:
    return EmbeddedEngine(Reader(write_index(root, facts, pages)))


def every_hit(engine: Engine, query: ServiceQuery) -> list[Hit]:
    """All pages of an answer, one after the other."""
    first = engine.search(query)
    hits = list(first.hits)
    for page in range(2, first.page_count + 1):
        hits += engine.search(query.at_page(page)).hits
    return hits
