"""Words that look like somebody's name, or like what says where a child lives or learns: they are never counted.

A name cannot be told for certain, so the rules lean to one side: a word too many is passed over rather than one name
kept. What they miss, the five days are for.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

# After these a name may stand: "my son ...", "called ...", "mrs ...", "our ...".
_BEFORE_A_NAME = frozenset(
    "my our his her their your son sons daughter daughters boy boys girl girls brother sister child kid baby toddler "
    "twin twins cousin friend nephew niece stepson stepdaughter grandson granddaughter pupil student little called "
    "named name names surname mr mrs miss ms mx dr doctor sir teacher nanny nan nana grandad grandpa auntie aunt uncle "
    "mum mummy mam dad daddy hi hello im am i'm from at".split()
)
# Before these somebody is spoken of: "... wont sleep", "... is 4", "... and his sister".
_AFTER_A_NAME = frozenset(
    "is isnt was wasnt has hasnt had will wont would wouldnt can cant cannot could couldnt does doesnt did didnt gets "
    "got keeps says said needs hates loves likes wants refuses struggles goes aged age who whos and & turned turns "
    "isn't wasn't hasn't won't wouldn't can't couldn't doesn't didn't".split()
)
# Beside these a word says where a child learns or lives: "... primary school", "... close".
_AFTER_A_WHEREABOUTS = frozenset(
    "school schools primary infant infants junior juniors academy college nursery preschool surgery road rd street "
    "lane close avenue drive way court gardens crescent estate farm house church team class".split()
)
_FIRST_NAMES = Path(__file__).parent / "first_names.txt"


@cache
def first_names() -> frozenset[str]:
    """Given names that are often met and are no English words."""
    return frozenset(_FIRST_NAMES.read_text(encoding="utf-8").split())


def may_be_a_name(number: int, words: Sequence[str], unknown: frozenset[int]) -> bool:
    """Whether the word at this place may name somebody, as far as the words round it tell.

    `words` are in small letters; `unknown` are the places of all words that nobody knows. Two of those side by side,
    or with "and" between them, look like a first name and a family name, or like two children.
    """
    if words[number] in first_names():
        return True
    before, after = _at(words, number - 1), _at(words, number + 1)
    if before in _BEFORE_A_NAME or after in _AFTER_A_NAME or after in _AFTER_A_WHEREABOUTS:
        return True
    if any(letter.isdigit() for letter in before + after):
        return True
    beside = {number - 1, number + 1}
    beside |= {number - 2} if before in ("and", "&") else set()
    return bool(beside & unknown)


def _at(words: Sequence[str], number: int) -> str:
    return words[number] if 0 <= number < len(words) else ""
