"""How a recogniser writes down a fact: with the words it came from."""

from collections.abc import Callable, Sequence

from search.understanding.reading import Basis, Recognised, Span, Value
from search.understanding.words import Sentence


def fact(
    sentence: Sentence,
    numbers: Sequence[int],
    kind: str,
    value: Value,
    label: str,
    key: str = "",
    sure: float = 1.0,
    basis: Basis = "phrase",
) -> Recognised:
    """A fact that these words led to; its key is "kind:value" unless said otherwise."""
    span = Span(sentence.words[numbers[0]].start, sentence.words[numbers[-1]].end)
    return Recognised(kind, value, label, span, sure, key or f"{kind}:{value}", tuple(numbers), basis)


Labels = Callable[[str], str]
"""The words that a page shows for a slug."""
