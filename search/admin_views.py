"""Adding and changing words, with a look at what they would change; and the list of saved searches."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from wagtail.snippets.views.snippets import CreateView, EditView

from search.engines.base import IndexNotReady
from search.models import PinnedAnswer, SavedSearch
from search.preview import compare
from search.saved import outcome_of
from search.word_warnings import warnings_about

SEE_CHANGES = "see-changes"
NOT_READY = "The search is being prepared. Try again in a minute."


class SeesChanges:
    """A second button that saves nothing: the form comes back as it was typed, with what it would change."""

    def post(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save, or show what saving would do."""
        if SEE_CHANGES not in request.POST:
            response: HttpResponse = super().post(request, *args, **kwargs)  # type: ignore[misc]
            return response
        if not hasattr(self, "object"):
            self.object = self.get_object() if self.view_name == "edit" else None
        form = self.get_form()
        if not self.is_valid(form):
            refused: HttpResponse = self.form_invalid(form)
            return refused
        self.form = form
        shown: HttpResponse = self._show(request, form)
        return shown

    def _show(self: Any, request: HttpRequest, form: Any) -> HttpResponse:
        record = form.save(commit=False)
        for warning in warnings_about(record):
            messages.warning(request, warning)
        try:
            comparisons = compare(record)
        except IndexNotReady:
            messages.warning(request, NOT_READY)
            comparisons = []
        shown: HttpResponse = self.render_to_response(
            self.get_context_data(form=form, comparisons=comparisons)
        )
        return shown


class AddWords(SeesChanges, CreateView):
    """A new entry; the report of unknown words links here with the word filled in."""

    def get_initial_form_instance(self) -> Any:
        given = {name: self.request.GET[name] for name in ("phrases", "wrong") if name in self.request.GET}
        return self.model(**{name: value for name, value in given.items() if hasattr(self.model, name)})


class ChangeWords(SeesChanges, EditView):
    """An entry that is there."""


def pinned_in_words(pinned: PinnedAnswer) -> str:
    """For the list of pinned answers: the services in their order, then the keys of pages."""
    names = [one.service.name for one in pinned.services.all()]
    return "; ".join([*names, *filter(None, [pinned.pages])])


def outcome_in_words(saved: SavedSearch) -> str:
    """For the list of saved searches: whether it finds what it should, and what comes first if not."""
    try:
        return str(outcome_of(saved))
    except IndexNotReady:
        return NOT_READY
