"""`make quality`: how good the search is on judged searches, for plain words and for ours, per type, in one run.

With an ELASTICSEARCH_URL (`scripts/elasticsearch run make quality`) for ours through both engines.
"""

import argparse
import os
from collections.abc import Sequence
from dataclasses import asdict

from tests.quality.site import start_site

start_site()

from search.document import ServiceFacts, lists_of_the_directory, service_facts, services_to_index  # noqa: E402
from search.engines.chosen import engine  # noqa: E402
from search.engines.embedded.engine import EmbeddedEngine  # noqa: E402
from search.published_pages import pages_to_index  # noqa: E402
from search.ranking import WEIGHTS, Weights  # noqa: E402
from tests.quality.judging import (  # noqa: E402
    APART,
    MEASURES,
    Outcome,
    ask,
    judged_searches,
    plain,
    understood,
    urgency,
)
from tests.quality.tuning import UNTAUGHT, Tuner  # noqa: E402
from tests.servers.elastic import an_elastic_engine  # noqa: E402

WORDS_ALONE = Weights(
    **{name: 1.0 if name == "text" else 0.0 for name in asdict(WEIGHTS)} | {"text_half": 6.0}
)


def main() -> None:
    """Measure, and with --tune look for better weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--tune", action="store_true", help="look for better weights on all searches, and print them"
    )
    parser.add_argument("--quick", action="store_true", help="without cross-validation, which takes minutes")
    parser.add_argument(
        "--worst", type=int, default=0, metavar="N", help="list the N searches answered worst"
    )
    options = parser.parse_args()
    judged = judged_searches()
    readings = understood(judged)
    ours = engine()
    assert isinstance(ours, EmbeddedEngine)
    tuner = Tuner(judged, readings, ours)
    outcomes = tuner.outcomes(WEIGHTS)
    show("Plain words (BM25)", ask(judged, plain(judged), EmbeddedEngine(ours.reader, WORDS_ALONE)))
    show("Ours, weights that nobody has tuned", tuner.outcomes(UNTAUGHT))
    show("Ours", outcomes)
    apart = judged_searches(APART)
    show("Ours, on searches that never choose weights", ask(apart, understood(apart), ours))
    if os.environ.get("ELASTICSEARCH_URL"):
        with an_elastic_engine(everything(), pages_to_index(), lists_of_the_directory()) as elastic:
            show("Ours, through Elasticsearch", ask(judged, readings, elastic))
    if not options.quick:
        show("Ours, weights cross-validated", tuner.cross_validated())
    seen, urgent, false = urgency(outcomes)
    print(f"\nUrgent searches seen: {seen} of {urgent}. False alarms: {false}.")
    for one in sorted(outcomes, key=worth)[: options.worst]:
        print(f"\n{one.judged.id} {one.judged.query!r} {worth(one):.2f}")
        print(f"  got    {one.refs[:10]} {one.pages[:4]}")
        print(f"  wanted {one.judged.relevant} not {sorted(one.judged.wrong)} {one.judged.pages}")
        print(f"  slots  {one.slots}\n  judged {one.judged.slots}")
    if options.tune:
        found = tuner.best(range(len(judged)))
        print(
            "\nBest weights on all searches:",
            {k: v for k, v in asdict(found).items() if v != getattr(WEIGHTS, k)},
        )
        show("Ours, with these", tuner.outcomes(found))


def everything() -> list[ServiceFacts]:
    """Every service, as an index is given it."""
    return [service_facts(one) for one in services_to_index()]


def worth(one: Outcome) -> float:
    """The nDCG of one search."""
    return MEASURES["nDCG@10"]([one])


def show(name: str, outcomes: Sequence[Outcome]) -> None:
    """One table: a line for each type of search, and one for all."""
    print(f"\n{name}\n{'':14}" + "".join(f"{measure:>12}" for measure in MEASURES))
    for kind in [*dict.fromkeys(one.judged.type for one in outcomes), "all"]:
        some = [one for one in outcomes if kind in (one.judged.type, "all")]
        print(f"{kind:10}{len(some):4}" + "".join(f"{measure(some):12.3f}" for measure in MEASURES.values()))


if __name__ == "__main__":
    main()
