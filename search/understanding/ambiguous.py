"""Short words with two meanings: SALT and salt, OT, ADD and add.

Written in capitals they are the code. In small letters they are the code only beside a word that goes with it ("salt
referral", "need an ot") or when nothing else was typed; "salt and vinegar" and "add to the list" are ordinary English.
"""

from collections.abc import Sequence

from search.understanding.small_words import SMALL_WORDS, word_set
from search.understanding.words import Sentence

CODES = word_set("salt ot lo cp pip add as ld hi vi ar ep ta hv nd odd ent oap sign")
"""Words that are read as codes only where the sentence says so."""

_MEANT_BY = word_set(
    "referral refer referred assessment assess appointment therapist therapy therapies waiting wait list drop advice "
    "form forms claim service services team diagnosis diagnosed support help group groups course courses nhs report "
    "private need needs needed see seen saw unit teacher tests test exercises discharged sessions session block "
    "paediatric childrens provision input goals programme review meeting waitlist email number autism adhd asd senco "
    "physio salt ot ep hv camhs dla ehcp tribunal score renewal award line clinic community "
    "anxiety ocd depression dyslexia dyspraxia epilepsy"
)
_ONLY_BESIDE = {"lo": word_set("send herts hertfordshire website page council directory site")}
"""LO is a little one far oftener than the Local Offer, also in capitals."""

_NEVER_BEFORE = {
    "add": word_set("to can please you we i and just could will must ill did"),
    "as": word_set("same such well soon just"),
    "hi": frozenset(("",)),
}
_NEVER_AFTER = {
    "salt": word_set("in on water lamp dough rooms room cave vinegar"),
    "add": word_set("to a the my more your an up this that on in him her"),
    "sign": word_set("up of in on for"),
}

_ARTICLES = word_set("a an the my his her our for and with about of")


def is_meant(sentence: Sentence, numbers: Sequence[int]) -> bool:
    """Whether a phrase of one word is meant as the code it may be. Words that are no such code always are."""
    if len(numbers) > 1:
        return True
    word = sentence.words[numbers[0]]
    if word.form not in CODES:
        return True
    before, after = _neighbours(sentence, numbers[0])
    if word.form in _ONLY_BESIDE:
        return bool({before, after} & _ONLY_BESIDE[word.form])
    if word.typed.isupper() and not sentence.typed.isupper():
        return True
    if before in _NEVER_BEFORE.get(word.form, ()) or after in _NEVER_AFTER.get(word.form, ()):
        return False
    return before in _MEANT_BY or after in _MEANT_BY or _is_alone(sentence, numbers[0])


def _neighbours(sentence: Sentence, number: int) -> tuple[str, str]:
    """The words before and after, passing over articles before and "and" after: "need an ot", "add and anxiety"."""
    forms = [word.form for word in sentence.words]
    before = [form for form in forms[:number] if form not in _ARTICLES]
    after = [form for form in forms[number + 1 :] if form not in ("and", "or")]
    return (before[-1] if before else ""), (after[0] if after else "")


def _is_alone(sentence: Sentence, number: int) -> bool:
    """Whether all other words are little ones or already explained, such as a place or an age."""
    return all(
        other == number or other in sentence.explained or word.form in SMALL_WORDS
        for other, word in enumerate(sentence.words)
    )
