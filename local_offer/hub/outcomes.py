"""The strategy's six hopes ("to be safe", "to be healthy") as ways in: which needs lead towards each.

That a need stands under a hope is a sign on the road. It says nothing of a service that helps with the need.
"""

from typing import Any, ClassVar

from django.db import models
from django.urls import reverse
from wagtail import blocks
from wagtail.admin.panels import FieldPanel

from local_offer.taxonomy.models import Need, Outcome
from search.answering import answer
from search.engines.base import IndexNotReady
from search.query import ServiceQuery
from search.results import Hit

SHOWN = 3


class OutcomeNeed(models.Model):
    """A need through which a family may come nearer to one of the six hopes."""

    pair = models.CharField(max_length=170, unique=True, editable=False)
    outcome = models.ForeignKey(Outcome, on_delete=models.CASCADE, related_name="ways_in")
    need = models.ForeignKey(Need, on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=200, blank=True, help_text="For editors: why this need stands here.")

    panels: ClassVar = [FieldPanel("outcome"), FieldPanel("need"), FieldPanel("why")]

    class Meta:
        ordering = ["outcome__order", "need__order"]
        verbose_name = "way in to an outcome"
        verbose_name_plural = "ways in to outcomes"

    def __str__(self) -> str:
        return f"{self.outcome}: {self.need}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pair = f"{self.outcome.slug}>{self.need.slug}"
        super().save(*args, **kwargs)


class OutcomesBlock(blocks.StaticBlock):
    """Nothing to choose: the six hopes and their needs are kept in the admin."""

    class Meta:
        icon = "pick"
        label = "The six outcomes, with ways in"
        admin_text = "Each of the six outcomes, with searches and some services that may help."
        template = "hub/outcomes.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return {**context, "outcomes": [ways_in(outcome) for outcome in outcomes()]}


def outcomes() -> list[Outcome]:
    """The six, in their order, each with its needs at hand."""
    return list(Outcome.objects.prefetch_related("ways_in__need"))


def ways_in(outcome: Outcome) -> dict[str, Any]:
    """One hope with its searches, and a few services: those marked with it, else those for its needs."""
    needs = [way.need for way in outcome.ways_in.all()]
    asked, hits = _first_that_answers(
        ServiceQuery(outcome=(outcome.slug,), per_page=SHOWN),
        ServiceQuery(need=tuple(need.slug for need in needs), per_page=SHOWN),
    )
    return {
        "outcome": outcome,
        "searches": [
            {"label": need.label, "url": address(ServiceQuery(need=(need.slug,)))} for need in needs
        ],
        "hits": hits,
        "more_url": address(asked),
    }


def _first_that_answers(*questions: ServiceQuery) -> tuple[ServiceQuery, tuple[Hit, ...]]:
    """The first question that has an answer, with it; the last, with none, if none has."""
    for question in questions:
        try:
            hits = answer(question).hits
        except IndexNotReady:
            hits = ()
        if hits:
            return question, tuple(hits)
    return questions[-1], ()


def address(query: ServiceQuery) -> str:
    """The address of a search on this site."""
    return f"{reverse('search')}?{query.to_address()}"
