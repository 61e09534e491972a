"""Blocks of hub topics and guides that are alive: services from the search, helplines, figures, words."""

from typing import Any

from django.urls import reverse
from wagtail import blocks

from local_offer.core.blocks import section_blocks
from local_offer.directory.models import Helpline
from local_offer.directory.next_step import someone_to_ring
from local_offer.hub.figures_block import FiguresBlock
from local_offer.hub.glossary_block import GlossaryBlock
from local_offer.hub.outcomes import OutcomesBlock
from local_offer.taxonomy.models import Need, ServiceKind
from search.answering import answer
from search.engines.base import IndexNotReady
from search.query import ServiceQuery
from search.results import SearchResults

WITHOUT_DIAGNOSIS = ("not_needed", "suspected_ok")
MOST = 12
NOTHING = SearchResults(hits=(), total=0, pages=(), facets=())


def need_choices() -> list[tuple[str, str]]:
    """Needs as an editor chooses them."""
    return list(Need.objects.order_by("label").values_list("slug", "label"))


def kind_choices() -> list[tuple[str, str]]:
    """Kinds of service as an editor chooses them."""
    return list(ServiceKind.objects.values_list("slug", "label"))


class LiveServicesBlock(blocks.StructBlock):
    """The editor says for what; the search answers each time the page is read."""

    needs = blocks.MultipleChoiceBlock(choices=need_choices, required=False)
    kinds = blocks.MultipleChoiceBlock(choices=kind_choices, required=False)
    from_age = blocks.IntegerBlock(min_value=0, max_value=25, required=False)
    to_age = blocks.IntegerBlock(min_value=0, max_value=25, required=False)
    no_diagnosis = blocks.BooleanBlock(required=False, label="Only what needs no diagnosis")
    limit = blocks.IntegerBlock(min_value=1, max_value=MOST, default=6)

    class Meta:
        icon = "search"
        label = "Services (live list)"
        template = "blocks/live_services.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        query = live_query(value)
        try:
            found = answer(query)
        except IndexNotReady:
            found = NOTHING
        more = f"{reverse('search')}?{query.to_address()}" if found.total > len(found.hits) else ""
        ask = None if found.hits else someone_to_ring()
        return {**context, "hits": found.hits, "total": found.total, "more_url": more, "ask": ask}


def live_query(value: Any) -> ServiceQuery:
    """The question that an editor's choices ask. A span of ages asks for its ends and every second year between."""
    low, high = value["from_age"], value["to_age"]
    ages: tuple[int, ...] = ()
    if low is not None or high is not None:
        start, end = low or 0, 25 if high is None else high
        ages = tuple(sorted({*range(start, end + 1, 2), end}))
    return ServiceQuery(
        need=tuple(value["needs"] or ()),
        kind=tuple(value["kinds"] or ()),
        age=ages,
        diagnosis=WITHOUT_DIAGNOSIS if value["no_diagnosis"] else (),
        per_page=value["limit"] or MOST,
    )


class HelplinesBlock(blocks.StructBlock):
    """National helplines, from the directory: a number is changed in one place."""

    which = blocks.ChoiceBlock(
        choices=[("urgent", "Urgent ones"), ("needs", "For these needs"), ("all", "All")]
    )
    needs = blocks.MultipleChoiceBlock(choices=need_choices, required=False)

    class Meta:
        icon = "comment"
        label = "Helplines"
        template = "blocks/helplines.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        lines = Helpline.objects.all()
        if value["which"] == "urgent":
            lines = lines.filter(urgent=True)
        elif value["which"] == "needs":
            lines = lines.filter(needs__slug__in=value["needs"] or []).distinct()
        return {**context, "helplines": lines}


def body_blocks() -> list[tuple[str, Any]]:
    """All that a topic or guide may hold."""
    return [
        *section_blocks(),
        ("live_services", LiveServicesBlock()),
        ("helplines", HelplinesBlock()),
        ("figures", FiguresBlock()),
        ("outcomes", OutcomesBlock()),
        ("glossary", GlossaryBlock()),
    ]
