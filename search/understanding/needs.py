"""What a family needs: first the phrases that editors keep, then everyday sentences that say something alike."""

from collections.abc import Iterable, Iterator, Sequence

from search.understanding.ambiguous import is_meant
from search.understanding.everyday import telling_stems
from search.understanding.facts import fact
from search.understanding.patterns import Match
from search.understanding.phrases import Target, Targets
from search.understanding.reading import Basis, Recognised
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence

SURE_ENOUGH = 0.4
"""Below this a phrase is passed over: a single ordinary word that mostly means something else."""

PLAIN = 0.8
"""From this on a phrase needs no second opinion from the everyday sentences."""

SHARE_ENOUGH = 0.17
"""Share of the votes that makes a need out of everyday sentences alone: at this share every second is right."""

MOST_FROM_SENTENCES = 3

SPEAKS_FOR = 0.4
"""A word speaks for a need if its pull is at least this part of the strongest word's."""


def recognise_needs(sentence: Sentence, vocabulary: Vocabulary) -> list[Recognised]:
    """Needs, and the concepts and kinds of service that phrases name."""
    matches = [match for match in vocabulary.phrases.longest_in(sentence) if is_meant(sentence, match.numbers)]
    shares = _shares(sentence, vocabulary)
    found: dict[str, Recognised] = {}
    for match in matches:
        for one in _from_phrase(sentence, match, shares, vocabulary):
            if one.key not in found or found[one.key].sure < one.sure:
                found[one.key] = one
    for one in _from_sentences(sentence, shares, vocabulary):
        found.setdefault(one.key, one)
    return list(found.values())


def _shares(sentence: Sentence, vocabulary: Vocabulary) -> dict[str, float]:
    """What the everyday sentences say of the words that nothing else explains, for each need with any share."""
    free = [word for number, word in enumerate(sentence.words) if number not in sentence.explained]
    shares = vocabulary.everyday.compare(telling_stems(free))
    return {vocabulary.everyday.needs[column]: float(shares[column]) for column in (shares > 0.02).nonzero()[0]}


def _from_phrase(
    sentence: Sentence, match: Match[Targets], shares: dict[str, float], vocabulary: Vocabulary
) -> Iterator[Recognised]:
    for target in match.meaning:
        sure = _with_second_opinion(target, shares)
        if target.kind != "status" and sure >= SURE_ENOUGH:
            label = vocabulary.label(target.kind, target.slug)
            yield fact(sentence, match.numbers, target.kind, target.slug, label, sure=sure)


def _with_second_opinion(target: Target, shares: dict[str, float]) -> float:
    """How sure a phrase and the everyday sentences are together: it is wrong only if both are."""
    if target.kind != "need" or target.sure >= PLAIN:
        return target.sure
    return 1 - (1 - target.sure) * (1 - shares.get(target.slug, 0.0))


def _from_sentences(sentence: Sentence, shares: dict[str, float], vocabulary: Vocabulary) -> Iterator[Recognised]:
    likely = sorted(shares, key=lambda need: -shares[need])[:MOST_FROM_SENTENCES]
    for need in likely:
        if need and shares[need] >= SHARE_ENOUGH:
            numbers = _speaking_for(need, sentence, vocabulary)
            basis: Basis = "sentence"
            label = vocabulary.label("need", need)
            yield fact(sentence, numbers, "need", need, label, sure=_weight(shares[need]), basis=basis)


def _weight(share: float) -> float:
    """A share of votes as a weight: half of the votes are about as good as a phrase."""
    return min(1.0, 0.3 + share)


def _speaking_for(need: str, sentence: Sentence, vocabulary: Vocabulary) -> Sequence[int]:
    """The numbers of the words by which we went."""
    free: Iterable[int] = (n for n in range(len(sentence.words)) if n not in sentence.explained)
    pulls = {number: vocabulary.everyday.pull_of(sentence.words[number].stem, need) for number in free}
    least = SPEAKS_FOR * max(pulls.values())
    return [number for number, pull in pulls.items() if pull >= least]
