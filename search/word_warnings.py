"""Words that may be saved, but of which an editor should think again: they would be read in far too many searches."""

from django.db.models import Model

from local_offer.taxonomy.models import Phrase, Spelling, UrgentPhrase
from search.answering import EVERYWHERE_WORDS
from search.models import PinnedAnswer
from search.understanding.good_english import is_good_english
from search.understanding.small_words import SAYS_LITTLE, SMALL_WORDS
from search.understanding.vocabulary import Vocabulary
from search.understanding.words import Word, read_words
from search.vocabulary import current_lexicon
from search.word_lists import parts

COMMON_IN = 50
"""A word is very common if one in so many everyday sentences holds it."""


def warnings_about(record: Model) -> list[str]:
    """What to think again of, in words; nothing for most."""
    vocabulary = current_lexicon().vocabulary
    if isinstance(record, (Phrase, PinnedAnswer)):
        found = f"find {record.targets}" if isinstance(record, Phrase) else "show these first"
        said = [phrase for phrase in parts(record.phrases) if says_too_little(phrase, vocabulary)]
        return [
            f"“{phrase}” is a very common word: most searches that hold it will {found}. {_ADD}"
            for phrase in said
        ]
    if isinstance(record, UrgentPhrase) and says_too_little(record.phrase, vocabulary):
        if record.means == "urgent":
            return [
                f"“{record.phrase}” is a very common word: searches that hold it will show urgent help. {_ADD}"
            ]
        return [
            f"“{record.phrase}” quietens nothing: only words longer than a phrase of danger explain it. {_ADD}"
        ]
    if isinstance(record, Spelling) and is_good_english(record.wrong):
        return [
            f"“{record.wrong}” is a word of its own: everybody who writes it will be read as “{record.right}”."
        ]
    return []


_ADD = "Add the words that stand beside it."


def says_too_little(phrase: str, vocabulary: Vocabulary) -> bool:
    """Whether a phrase is one very common word, or little words alone."""
    words = read_words(phrase).words
    return (len(words) == 1 and _is_common(words[0], vocabulary)) or all(
        _stands_anywhere(word) for word in words
    )


def _stands_anywhere(word: Word) -> bool:
    return word.form in SMALL_WORDS | SAYS_LITTLE | EVERYWHERE_WORDS


def _is_common(word: Word, vocabulary: Vocabulary) -> bool:
    everyday = vocabulary.everyday
    lines, _ = everyday.postings.get(word.stem, ((), ()))
    return len(lines) * COMMON_IN >= len(everyday.votes)
