"""What a family needs: first the phrases that editors keep, then everyday sentences that say something alike."""

from collections.abc import Iterable, Iterator, Sequence

from search.understanding.ambiguous import is_meant
from search.understanding.everyday import telling_stems
from search.understanding.facts import fact
from search.understanding.patterns import Match, longest_of
from search.understanding.phrases import Target, Targets
from search.understanding.reading import Recognised
from search.understanding.small_words import SAYS_LITTLE, SMALL_WORDS
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Sentence

SURE_ENOUGH = 0.4
"""Below this a phrase is passed over: a single ordinary word that mostly means something else."""

PLAIN = 0.8
"""From this on a phrase needs no second opinion from the everyday sentences."""

SHARE_ENOUGH, FURTHER_SHARE = 0.17, 0.2
"""Share of the votes that makes a need out of everyday sentences alone: for the first, and for any beside another.

Of sentences held back, two in five topics were right at these shares, every second at .25, four in five at .5.
"""

SURER_THAN_SHARE = 0.15
"""How much surer of the topic we may be than the share says, by the same count."""

TOPIC_SHARE = 0.25
"""The same for the needs of one topic together, where no need was found."""

MOST_FROM_SENTENCES = 3

SURE_ACROSS_WORDS = 0.8
"""What is left of it for each other word inside a phrase: "leave bedroom school" may not be about leaving school."""

SPEAKS_FOR = 0.4
"""A word speaks for a need if its pull is at least this part of the strongest word's."""


def recognise_needs(sentence: Sentence, vocabulary: Vocabulary) -> list[Recognised]:
    """Needs, and the concepts and kinds of service that phrases name."""
    matches = [match for match in _matches(sentence, vocabulary) if is_meant(sentence, match.numbers)]
    shares = _shares(sentence, vocabulary)
    asked = _asked(sentence)
    found: dict[str, Recognised] = {}
    for match in matches:
        for one in _from_phrase(sentence, match, asked, shares, vocabulary):
            if one.key not in found or found[one.key].sure < one.sure:
                found[one.key] = one
    told = any(one.kind == "need" and one.sure >= PLAIN for one in found.values())
    for one in _from_sentences(sentence, shares, vocabulary, FURTHER_SHARE if told else SHARE_ENOUGH):
        found.setdefault(one.key, one)
    if not any(one.kind == "need" for one in found.values()):
        found.update((one.key, one) for one in _from_topics(sentence, shares, vocabulary))
    return list(found.values())


def _matches(sentence: Sentence, vocabulary: Vocabulary) -> list[Match[Targets]]:
    """The longest phrases, and names of conditions also inside a longer one: "autism friendly" says autism, too."""
    found = vocabulary.phrases.all_in(sentence)
    longest = longest_of(found, sentence.explained)
    chosen = {id(match) for match in longest}
    others = (m for m in found if id(m) not in chosen and not sentence.explained.issuperset(m.numbers))
    return longest + [m for m in others if any(target.same and target.kind == "need" for target in m.meaning)]


def _shares(sentence: Sentence, vocabulary: Vocabulary) -> dict[str, float]:
    """What the everyday sentences say of the words that nothing else explains, for each need with any share.

    A word that may be a code and is not meant as one says nothing: those sentences mean SALT, not salt.
    """
    free = [
        word
        for number, word in enumerate(sentence.words)
        if number not in sentence.explained and is_meant(sentence, (number,))
    ]
    shares = vocabulary.everyday.compare(telling_stems(free))
    return {
        vocabulary.everyday.needs[column]: float(shares[column]) for column in (shares > 0.02).nonzero()[0]
    }


def _from_phrase(
    sentence: Sentence,
    match: Match[Targets],
    asked: frozenset[int],
    shares: dict[str, float],
    vocabulary: Vocabulary,
) -> Iterator[Recognised]:
    """What one phrase points to. Where none of its needs is meant, nothing is: "chats at home" wants no live chat.

    A phrase is surer the more of what was asked it is: all of "noises near me", little of a long sentence.
    """
    part = len(asked.intersection(match.numbers)) / len(asked) if asked else 1.0
    weaker = SURE_ACROSS_WORDS ** _words_between(sentence, match)
    sures = [_with_second_opinion(target, part, shares) * weaker for target in match.meaning]
    needs = [sure for target, sure in zip(match.meaning, sures, strict=True) if target.kind == "need"]
    if needs and max(needs) < SURE_ENOUGH:
        return
    for target, sure in zip(match.meaning, sures, strict=True):
        if sure >= SURE_ENOUGH:
            label = vocabulary.label(target.kind, target.slug)
            yield fact(sentence, match.numbers, target.kind, target.slug, label, sure=sure)


def _words_between(sentence: Sentence, match: Match[Targets]) -> int:
    """How many other words of weight stand inside the phrase."""
    inside = range(match.numbers[0], match.numbers[-1])
    return sum(n not in match.numbers and sentence.words[n].form not in SMALL_WORDS for n in inside)


def _asked(sentence: Sentence) -> frozenset[int]:
    """The numbers of the words that say what is asked: not explained, not little, not such as "help" or "son"."""
    return frozenset(
        number
        for number, word in enumerate(sentence.words)
        if number not in sentence.explained and word.form not in SMALL_WORDS and word.form not in SAYS_LITTLE
    )


def _with_second_opinion(target: Target, part: float, shares: dict[str, float]) -> float:
    """How sure a phrase and the everyday sentences are together: it is wrong only if both are."""
    sure = target.sure + (target.alone - target.sure) * part**2
    if target.kind != "need" or sure >= PLAIN:
        return sure
    return 1 - (1 - sure) * (1 - shares.get(target.slug, 0.0))


def _from_sentences(
    sentence: Sentence, shares: dict[str, float], vocabulary: Vocabulary, enough: float
) -> Iterator[Recognised]:
    likely = sorted(shares, key=lambda need: -shares[need])[:MOST_FROM_SENTENCES]
    for place, need in enumerate(likely):
        if not need:
            return  # likelier about nothing here than about any of the rest
        if shares[need] >= (FURTHER_SHARE if place else enough):
            numbers = _speaking_for(need, sentence, vocabulary)
            label = vocabulary.label("need", need)
            sure = min(1.0, shares[need] + SURER_THAN_SHARE)
            yield fact(sentence, numbers, "need", need, label, sure=sure, basis="sentence")


def _from_topics(
    sentence: Sentence, shares: dict[str, float], vocabulary: Vocabulary
) -> Iterator[Recognised]:
    """The whole topic, where its needs together are likely though none of them is by itself."""
    topics: dict[str, float] = {}
    for need, share in shares.items():
        topics[vocabulary.topic(need)] = topics.get(vocabulary.topic(need), 0.0) + share
    best = max(topics, key=lambda topic: topics[topic], default="")
    if best and topics[best] >= TOPIC_SHARE:
        numbers = [n for n in range(len(sentence.words)) if n not in sentence.explained]
        yield fact(
            sentence,
            numbers,
            "need",
            best,
            vocabulary.label("need", best),
            sure=topics[best],
            basis="sentence",
        )


def _speaking_for(need: str, sentence: Sentence, vocabulary: Vocabulary) -> Sequence[int]:
    """The numbers of the words by which we went."""
    free: Iterable[int] = (n for n in range(len(sentence.words)) if n not in sentence.explained)
    pulls = {number: vocabulary.everyday.pull_of(sentence.words[number].stem, need) for number in free}
    least = SPEAKS_FOR * max(pulls.values())
    return [number for number, pull in pulls.items() if pull >= least]
