"""Ages said without a number: toddler, reception, teenager. Each with what stands beside it when it is meant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from search.understanding.reading import Years
from search.understanding.small_words import word_set
from search.understanding.words import Word


@dataclass(frozen=True, slots=True)
class AgeWord:
    """A word for an age. `not_before` and `not_after`: neighbours with which it means something else.

    `only_beside`: if given, one of these must stand right before or after it.
    """

    years: Years
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    only_beside: frozenset[str] = frozenset()
    opens: bool = False


_TODDLER, _TEENAGER, _PRESCHOOLER, _TWEEN, _ADULT = (1, 3), (13, 17), (2, 4), (9, 12), (18, 25)
_OFFICE = word_set("desk area staff lady ladies room phone order party receptionist counter")
_ANOTHER_RECEPTION = word_set(
    "school phone mobile hotel gp doctors hospital tv signal wedding surgery front main clinic"
)
_NOT_THE_CHILD = word_set(
    "brother sister talk teeth food wipes gate shower steps sitter voice monitor milk name names bump"
)
_MY_BABY = word_set(
    "my our for with premature prem deaf disabled autistic downs blind group groups massage "
    "sensory signing class classes clinic"
)
_ADULT_LIFE = word_set(
    "services service social mental health life education learning protection supervision only care centre"
)
_GROWN_UP_NEARBY = word_set(
    "young autistic adhd disabled dyslexic neurodivergent deaf audhd as with autism son daughter child group groups "
    "diagnosis assessment support siblings friendship"
)

AGE_WORDS: dict[str, AgeWord] = {
    **dict.fromkeys(("toddler", "toddlers"), AgeWord(_TODDLER)),
    **dict.fromkeys(
        ("teen", "teens", "teenager", "teenagers", "teenage", "teenaged", "adolescent", "adolescents"),
        AgeWord(_TEENAGER),
    ),
    **dict.fromkeys(("preschooler", "preschoolers"), AgeWord(_PRESCHOOLER)),
    **dict.fromkeys(("tween", "tweens", "preteen", "preteens", "tweenager"), AgeWord(_TWEEN)),
    **dict.fromkeys(("newborn", "newborns"), AgeWord((0, 0))),
    **dict.fromkeys(
        ("baby", "babies"), AgeWord((0, 1), not_before=_NOT_THE_CHILD, only_beside=_MY_BABY, opens=True)
    ),
    **dict.fromkeys(
        ("adult", "adults"),
        AgeWord(_ADULT, not_after=word_set("an"), not_before=_ADULT_LIFE, only_beside=_GROWN_UP_NEARBY),
    ),
    "reception": AgeWord((4, 5), not_after=_ANOTHER_RECEPTION, not_before=_OFFICE),
    "twos": AgeWord((2, 2), only_beside=word_set("terrible")),
}

_PAIRS: dict[tuple[str, str], Years] = {
    ("year", "r"): (4, 5),
    ("yr", "r"): (4, 5),
    ("pre", "schooler"): _PRESCHOOLER,
    ("pre", "schoolers"): _PRESCHOOLER,
    ("pre", "teen"): _TWEEN,
    ("pre", "teens"): _TWEEN,
    ("primary", "age"): (4, 11),
    ("primary", "aged"): (4, 11),
    ("secondary", "age"): (11, 16),
    ("secondary", "aged"): (11, 16),
    ("school", "leaver"): (16, 19),
    ("school", "leavers"): (16, 19),
}


def ages_in_words(words: Sequence[Word]) -> Iterator[tuple[Years, tuple[int, ...]]]:
    """Years, and the numbers of the words that mean them."""
    pairs = {
        number: _PAIRS.get((one.form, two.form))
        for number, (one, two) in enumerate(zip(words, words[1:], strict=False))
    }
    for number, word in enumerate(words):
        pair = pairs.get(number)
        if pair:
            yield pair, (number, number + 1)
        elif pairs.get(number - 1) is None:
            meant = AGE_WORDS.get(word.form)
            if meant and _is_meant(meant, words, number):
                yield meant.years, (number,)


def _is_meant(word: AgeWord, words: Sequence[Word], number: int) -> bool:
    before = words[number - 1].form if number else ""
    after = words[number + 1].form if number + 1 < len(words) else ""
    if before in word.not_after or after in word.not_before:
        return False
    return not word.only_beside or bool({before, after} & word.only_beside) or (word.opens and not before)
