"""The report of what families did not find, for those who keep the words of the search."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.menu import MenuItem

from local_offer.taxonomy.models import Phrase, Spelling
from search.understanding.vocabulary import Vocabulary
from search.unmet.report import PERIODS, first_day_of, hide_word, readable_words, rows_since, totals_since
from search.unmet.spreadsheet import as_csv
from search.unmet.writing import READABLE_AFTER
from search.unmet_models import UnknownWord
from search.vocabulary import current_lexicon

MAY_SEE = "taxonomy.change_phrase"
MOST_ROWS = 300
"""Rows on the screen; the file holds all."""


class NotFoundMenuItem(MenuItem):
    """Shown to those who may see the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        allowed: bool = request.user.has_perm(MAY_SEE)
        return allowed


@permission_required(MAY_SEE)
def not_found(request: HttpRequest) -> HttpResponse:
    """Need by age band and area, beside what there is; then the words that nothing here knows."""
    period = _period(request)
    first_day = first_day_of(period)
    rows = rows_since(first_day)
    vocabulary = current_lexicon().vocabulary
    return render(
        request,
        "search/unmet/report.html",
        {
            "header_title": "What families did not find",
            "periods": [_way_to(value, label, value == period) for value, label in PERIODS.items()],
            "since": first_day,
            "totals": totals_since(first_day),
            "rows": rows[:MOST_ROWS],
            "row_count": len(rows),
            "csv_url": f"{reverse('not-found-csv')}?{urlencode({'period': period})}",
            "words": [_word_shown(word, vocabulary) for word in readable_words(vocabulary)],
            "readable_after": READABLE_AFTER,
        },
    )


@permission_required(MAY_SEE)
def not_found_csv(request: HttpRequest) -> HttpResponse:
    """The same rows, all of them, for a spreadsheet."""
    response = HttpResponse(
        as_csv(rows_since(first_day_of(_period(request)))), content_type="text/csv; charset=utf-8"
    )
    response.headers["Content-Disposition"] = 'attachment; filename="not-found.csv"'
    return response


@permission_required(MAY_SEE)
@require_POST
def not_found_hide(request: HttpRequest) -> HttpResponse:
    """Hide a word that may be somebody's name, for good."""
    hide_word(request.POST.get("mark", ""))
    messages.success(request, "The word is hidden, and will not be shown again.")
    return redirect(reverse("not-found"))


def _period(request: HttpRequest) -> str:
    asked = request.GET.get("period", "")
    return asked if asked in PERIODS else next(iter(PERIODS))


def _way_to(value: str, label: str, chosen: bool) -> dict[str, Any]:
    return {"label": label, "url": f"{reverse('not-found')}?{urlencode({'period': value})}", "chosen": chosen}


def _word_shown(word: UnknownWord, vocabulary: Vocabulary) -> dict[str, Any]:
    """The word, what the search reads it as for now, and where an editor can say what is meant."""
    spelling = vocabulary.spelling
    return {
        "mark": word.mark,
        "word": word.word,
        "days": word.days,
        "last_day": word.last_day,
        "read_as": spelling.listed.get(word.word) or spelling.nearest(word.word)[0] or "",
        "phrase_url": _add_url(Phrase, "phrases", word.word),
        "spelling_url": _add_url(Spelling, "wrong", word.word),
    }


def _add_url(model: type[Model], field: str, word: str) -> str:
    """The form that adds an entry, with the word in it; empty where the admin has no such form."""
    meta = model._meta
    try:
        form = reverse(f"wagtailsnippets_{meta.app_label}_{meta.model_name}:add")
    except NoReverseMatch:
        return ""
    return f"{form}?{urlencode({field: word})}"
