"""The pages that want to be found, as the database says now."""

from collections.abc import Iterable, Iterator
from typing import Any

from local_offer.core.facts import PageFacts
from local_offer.core.keys import keyed_models


def pages_to_index(ids: Iterable[int] | None = None) -> Iterator[tuple[int, PageFacts]]:
    """Published pages that want to be found, as (id, facts)."""
    wanted = None if ids is None else list(ids)
    for model in keyed_models():
        pages: Any = model.objects.live().public()
        for page in pages if wanted is None else pages.filter(pk__in=wanted):
            if facts := page.search_facts():
                yield page.pk, facts
