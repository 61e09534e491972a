"""The "Words of the search" menu of the admin: all that editors say about how families say things."""

from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from local_offer.taxonomy.models import Concept, EverydaySentence, Phrase, RelatedNeed, Spelling, UrgentPhrase
from search import index_admin, unmet_hooks, word_forms  # noqa: F401  (hooks of the reports are registered there)
from search.admin_views import AddWords, ChangeWords, outcome_in_words, pinned_in_words
from search.models import PinnedAnswer, SavedSearch
from search.word_warnings import warnings_about


class WordsViewSet(SnippetViewSet):
    """What all lists of words share: a look at what a change would do, and a search by the database alone."""

    add_view_class = AddWords
    edit_view_class = ChangeWords
    create_template_name = "search/admin/add_words.html"
    edit_template_name = "search/admin/change_words.html"
    search_backend_name = None
    list_per_page = 50
    copy_view_enabled = False


class PhraseViewSet(WordsViewSet):
    model = Phrase
    icon = "comment"
    menu_label = "Phrases"
    list_display: ClassVar = ["phrases", "targets", "direction"]
    list_filter: ClassVar = ["direction"]
    search_fields: ClassVar = ["phrases", "targets", "note"]
    edit_handler = ObjectList(Phrase.panels, base_form_class=word_forms.PhraseForm)


class EverydaySentenceViewSet(WordsViewSet):
    model = EverydaySentence
    icon = "openquote"
    menu_label = "Everyday sentences"
    list_display: ClassVar = ["text", "needs", "voice"]
    list_filter: ClassVar = ["voice"]
    search_fields: ClassVar = ["text", "needs"]
    edit_handler = ObjectList(EverydaySentence.panels, base_form_class=word_forms.EverydaySentenceForm)


class SpellingViewSet(WordsViewSet):
    model = Spelling
    icon = "edit"
    menu_label = "Spellings"
    list_display: ClassVar = ["wrong", "right"]
    search_fields: ClassVar = ["wrong", "right"]
    edit_handler = ObjectList(Spelling.panels, base_form_class=word_forms.SpellingForm)


class UrgentPhraseViewSet(WordsViewSet):
    model = UrgentPhrase
    icon = "warning"
    menu_label = "Urgent words"
    list_display: ClassVar = ["phrase", "means"]
    list_filter: ClassVar = ["means"]
    search_fields: ClassVar = ["phrase"]
    edit_handler = ObjectList(UrgentPhrase.panels, base_form_class=word_forms.UrgentPhraseForm)


class ConceptViewSet(WordsViewSet):
    model = Concept
    icon = "tag"
    menu_label = "Asked for by name"
    list_display: ClassVar = ["label", "slug", "service_refs"]
    search_fields: ClassVar = ["label", "slug"]
    edit_handler = ObjectList(Concept.panels, base_form_class=word_forms.ConceptForm)


class RelatedNeedViewSet(WordsViewSet):
    model = RelatedNeed
    icon = "link"
    menu_label = "Related needs"
    list_display: ClassVar = ["need", "related", "weight", "why"]
    list_filter: ClassVar = ["need"]
    search_fields: ClassVar = ["need__label", "related__label", "why"]
    edit_handler = ObjectList(RelatedNeed.panels, base_form_class=word_forms.RelatedNeedForm)

    def get_queryset(self, request: HttpRequest) -> QuerySet[RelatedNeed]:
        return RelatedNeed.objects.select_related("need", "related")


class PinnedAnswerViewSet(WordsViewSet):
    model = PinnedAnswer
    icon = "thumbtack"
    menu_label = "Pinned answers"
    list_display: ClassVar = [
        "phrases",
        Column("services", label="Shown first", accessor=pinned_in_words),
        Column("standing", label="Counts", accessor="standing"),
        "note",
    ]
    search_fields: ClassVar = ["phrases", "note"]
    edit_handler = ObjectList(PinnedAnswer.panels, base_form_class=word_forms.PinnedAnswerForm)

    def get_queryset(self, request: HttpRequest) -> QuerySet[PinnedAnswer]:
        return PinnedAnswer.objects.prefetch_related("services__service")


class SavedSearchViewSet(SnippetViewSet):
    """Each with what it finds now: the list itself is the test."""

    model = SavedSearch
    icon = "search"
    menu_label = "Saved searches"
    list_display: ClassVar = [
        "__str__",
        Column("outcome", label="Finds what it should?", accessor=outcome_in_words),
    ]
    list_per_page = 50
    search_backend_name = None
    search_fields: ClassVar = ["words", "near", "note"]
    copy_view_enabled = False
    edit_handler = ObjectList(SavedSearch.panels, base_form_class=word_forms.SavedSearchForm)

    def get_queryset(self, request: HttpRequest) -> QuerySet[SavedSearch]:
        return SavedSearch.objects.prefetch_related("wanted_services")


class WordsGroup(SnippetViewSetGroup):
    """One menu; what editors open most stands first."""

    items = (
        PhraseViewSet,
        EverydaySentenceViewSet,
        SpellingViewSet,
        UrgentPhraseViewSet,
        ConceptViewSet,
        RelatedNeedViewSet,
        PinnedAnswerViewSet,
        SavedSearchViewSet,
    )
    menu_icon = "openquote"
    menu_label = "Words of the search"
    menu_name = "words"
    menu_order = 160


register_snippet(WordsGroup)


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def warn_of_common_words(request: HttpRequest, record: Any) -> None:
    """Saved they are, and perhaps not what was meant."""
    for warning in warnings_about(record):
        messages.warning(request, warning)
