"""What editors keep for the hub and the guides: words explained, published figures, ways in to the six outcomes."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from local_offer.hub.models import FigureSeries, GlossaryTerm, OutcomeNeed


class GlossaryViewSet(SnippetViewSet):
    """Words explained: found by the word, its short form or what is said of it."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = "Words explained"
    list_display = ["term", "short_form", "plain", "updated_at"]
    list_per_page = 100
    search_backend_name = None
    search_fields = ["term", "short_form", "plain"]


class FiguresViewSet(SnippetViewSet):
    """Published figures: a group is changed whole, so that a chart never shows half of the new ones."""

    model = FigureSeries
    icon = "view"
    menu_label = "Figures"
    list_display = ["title", "source_name"]
    search_backend_name = None
    search_fields = ["title"]


class OutcomeNeedViewSet(SnippetViewSet):
    """Needs under each of the six outcomes."""

    model = OutcomeNeed
    icon = "pick"
    menu_label = "Ways in to outcomes"
    list_display = ["outcome", "need", "why"]
    list_filter = ["outcome"]
    search_backend_name = None
    search_fields = ["need__label", "why"]


class HubGroup(SnippetViewSetGroup):
    """One menu beside the Directory."""

    items = (GlossaryViewSet, FiguresViewSet, OutcomeNeedViewSet)
    menu_icon = "openquote"
    menu_label = "Words and figures"
    menu_name = "words-and-figures"
    menu_order = 155


register_snippet(HubGroup)
