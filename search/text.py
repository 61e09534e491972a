"""How words become terms, alike for what is indexed and what is asked."""

from collections.abc import Iterable

import tantivy

# Apostrophes are inside words ("won't", "child’s"): families leave them out, so both spellings become one.
_INSIDE_WORDS = str.maketrans({"'": None, "’": None, "‘": None, "`": None, "´": None})
ANALYSER = "families"
MOST_TERMS = 40


def folded(text: str) -> str:
    """The text with nothing inside its words but letters and digits."""
    return text.translate(_INSIDE_WORDS)


def analyser() -> "tantivy.TextAnalyzer":
    """Words split at everything else, small letters, no accents, English stems."""
    return (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(40))
        .filter(tantivy.Filter.lowercase())
        .filter(tantivy.Filter.ascii_fold())
        .filter(tantivy.Filter.stemmer("english"))
        .build()
    )


_ANALYSER = analyser()


def all_terms(text: str) -> list[str]:
    """Every term of a text, in its order and as often as it stands there.

    >>> all_terms("Sleep, sleeping")
    ['sleep', 'sleep']
    """
    return list(_ANALYSER.analyze(folded(text)))


def terms(text: str) -> list[str]:
    """The terms of what somebody typed, each once, at most forty.

    >>> terms("Won't sleep, won’t eat")
    ['wont', 'sleep', 'eat']
    """
    return list(dict.fromkeys(all_terms(text)))[:MOST_TERMS]


def terms_of(words: Iterable[str]) -> list[str]:
    """The terms of several words, each once.

    >>> terms_of(["sleeping", "sleep-in"])
    ['sleep', 'in']
    """
    return list(dict.fromkeys(term for word in words for term in terms(word)))
