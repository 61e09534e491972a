"""Finds the weights of `search/ranking.py` on the judged searches, and says how far they can be trusted.

Weights are moved one at a time, as long as that helps. To see what they are worth on searches that nobody tuned for,
four fifths of the searches choose the weights and the other fifth is measured with them, five times.
"""

import random
from collections.abc import Sequence
from dataclasses import fields, replace

from search.answering import Reading
from search.engines.embedded.engine import EmbeddedEngine
from search.ranking import Weights
from tests.quality.judging import Outcome, ask
from tests.quality.measures import Judged, mean, ndcg, wrong_in

FOLDS = 5
# No step to nothing: that a part did not help among a hundred searches is no reason to forget it for all others.
STEPS = (0.5, 0.75, 1.33, 2.0)
SWEEPS = 2
# One service for the wrong age or area among the first five costs as much as this much nDCG of one search.
WRONG_COSTS = 0.25
# A weight moves only for a gain that is more than chance among a hundred searches.
WORTH_MOVING = 0.003


# Where the search for weights begins: round numbers that anybody might write down who has seen no judged search. To
# measure weights that began with those of the site, which were found on all of them, would be to cheat.
UNTAUGHT = Weights(
    text_half=8.0,
    text=1.0,
    all_words=0.3,
    need=1.0,
    wide_need=0.5,
    need_mean=0.5,
    rare=0.5,
    special=0.5,
    no_diagnosis=0.2,
    ask_yourself=0.2,
    open_now=0.05,
    needs_diagnosis=-0.2,
    only_points=-0.1,
    while_waiting=0.2,
    assessment=-0.2,
    other_condition=-0.2,
    wish=0.2,
    kind=0.2,
    talk_first=0.1,
    activity=-0.2,
    professional_only=-1.0,
    refused=-1.0,
    local=0.2,
    near=0.2,
    unknown_area=-0.1,
    elsewhere=-0.5,
    local_team=0.5,
    team_named=2.0,
    age_known=0.1,
    age_close=0.1,
    any_age=0.2,
    other_stage=-0.3,
    fresh=0.1,
    named=3.0,
    concept=0.5,
)


class Tuner:
    """Remembers what each set of weights gave for each search, since every fold asks for the same."""

    def __init__(self, judged: Sequence[Judged], readings: Sequence[Reading], engine: EmbeddedEngine) -> None:
        self.judged, self.readings, self.engine = judged, readings, engine
        self._known: dict[Weights, list[float]] = {}
        self._outcomes: dict[Weights, list[Outcome]] = {}

    def outcomes(self, weights: Weights) -> list[Outcome]:
        """Every search answered with these weights."""
        if weights not in self._outcomes:
            self._outcomes[weights] = ask(
                self.judged, self.readings, EmbeddedEngine(self.engine.reader, weights)
            )
        return self._outcomes[weights]

    def worth(self, weights: Weights, among: Sequence[int]) -> float:
        """How good these weights are for the searches of these numbers."""
        if weights not in self._known:
            self._known[weights] = [_worth(one) for one in self.outcomes(weights)]
        return mean([self._known[weights][number] for number in among])

    def best(self, among: Sequence[int], start: Weights = UNTAUGHT) -> Weights:
        """The best weights for these searches, moving one at a time."""
        best, value = start, self.worth(start, among)
        for _ in range(SWEEPS):
            before = value
            for name in (one.name for one in fields(Weights)):
                for step in STEPS:
                    candidate = replace(best, **{name: round(getattr(best, name) * step, 4)})
                    if (found := self.worth(candidate, among)) > value + WORTH_MOVING:
                        best, value = candidate, found
            if value <= before:
                break
        return best

    def cross_validated(self) -> list[Outcome]:
        """Each search answered with weights that were chosen without it."""
        numbers = list(range(len(self.judged)))
        random.Random(7).shuffle(numbers)
        answered: dict[int, Outcome] = {}
        for fold in range(FOLDS):
            held_out = numbers[fold::FOLDS]
            chosen = self.best([number for number in numbers if number not in held_out])
            outcomes = self.outcomes(chosen)
            answered |= {number: outcomes[number] for number in held_out}
        return [answered[number] for number in sorted(answered)]


def _worth(one: Outcome) -> float:
    gain = ndcg(one.refs, one.judged.relevant)
    return (1.0 if gain is None else gain) - WRONG_COSTS * wrong_in(one.refs, one.judged.wrong)
