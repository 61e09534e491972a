"""The block that shows published figures: a small chart, the same in a table, and where they come from."""

from typing import Any

from wagtail import blocks

from local_offer.hub.figures import FigureSeries
from local_offer.hub.figures_chart import chart_of

ALL_OF_THEM = 100.0


def series_choices() -> list[tuple[str, str]]:
    """Groups of figures as an editor chooses them."""
    return list(FigureSeries.objects.values_list("slug", "title"))


class FiguresBlock(blocks.StructBlock):
    """Figures are kept in one place; a page only says which it shows."""

    series = blocks.MultipleChoiceBlock(
        choices=series_choices, required=False, label="Which figures", help_text="Choose none to show all."
    )

    class Meta:
        icon = "view"
        label = "Figures (chart and table)"
        template = "blocks/figures.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return {**context, "groups": groups(value["series"] or [])}


def groups(slugs: list[str]) -> list[dict[str, Any]]:
    """The groups that were chosen, or all, each with its chart; a group without figures is left out."""
    found = FigureSeries.objects.prefetch_related("figures")
    chosen = found.filter(slug__in=slugs) if slugs else found
    return [_group(series) for series in chosen if series.figures.all()]


def _group(series: FigureSeries) -> dict[str, Any]:
    figures = list(series.figures.all())
    whole = ALL_OF_THEM if series.unit == FigureSeries.Unit.PERCENT else None
    rows = [(f"{figure.label}, {figure.date}", figure.shown, figure.value) for figure in figures]
    return {"series": series, "figures": figures, "chart": chart_of(rows, whole)}
