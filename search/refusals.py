"""What a service says it does not take, as needs: it must not be among the first that a family with that need sees."""

from search.changed_refusals import refusals_in
from search.vocabulary import current_words


def refused_needs(not_for: str) -> frozenset[str]:
    """The needs that the words of "not for" name plainly, by the words that are in use."""
    return refusals_in(not_for, current_words())
