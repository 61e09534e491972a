"""When words change, so may what a service's "not for" names: the services whose refusals change are indexed anew.

It is worked out after new words are in use, beside the searches (`vocabulary.py`). Every process does so for itself:
one that indexes with its older words logs the same services again once it has the new ones, so the last document
written is made with the newest words.
"""

import re
from collections.abc import Iterator

from django.db import transaction

from local_offer.directory.publicity import public_services
from search.changes import SERVICE, note_change
from search.understanding.understand import understand
from search.understanding.vocabulary import Vocabulary

# "Children with no learning disability" refuses the others; a sentence with a "not" in it is left to people.
_TURNS_ROUND = re.compile(r"\b(no|not|without|unless|except|only)\b", re.IGNORECASE)
SURE = 0.8


def refusals_in(not_for: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The needs that the words of "not for" name plainly; none where we cannot be sure.

    Names of services are no help here, and a process that only builds an index does not hold them.
    """
    if not not_for or _TURNS_ROUND.search(not_for):
        return frozenset()
    found = understand(not_for, vocabulary.without_names()).needs
    return frozenset(slug for slug, sure, basis in found if basis == "phrase" and sure >= SURE)


def services_refusing_otherwise(before: Vocabulary, after: Vocabulary) -> Iterator[int]:
    """The public services whose refused needs are others with the new words than with those before."""
    texts = public_services().exclude(not_for="").values_list("pk", "not_for")
    for pk, not_for in texts.iterator(chunk_size=2000):
        if refusals_in(not_for, before) != refusals_in(not_for, after):
            yield pk


def note_changed_refusals(before: Vocabulary, after: Vocabulary) -> int:
    """Log each service that must be indexed anew because of the new words; how many."""
    changed = list(services_refusing_otherwise(before, after))
    with transaction.atomic():
        for pk in changed:
            note_change(SERVICE, pk)
    return len(changed)
