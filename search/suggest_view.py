"""Answers while somebody types. What was typed is read, answered and forgotten: no cookie, no log, no cache."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from search.suggest import LONGEST_TYPED
from search.suggestable import current_suggester


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """At most eight suggestions, each with its label, a word for what it is, and where it leads."""
    typed = request.GET.get("q", "")[:LONGEST_TYPED]
    found = [
        {"label": one.label, "kind": one.kind, "url": one.url} for one in current_suggester().suggest(typed)
    ]
    return JsonResponse(found, safe=False, headers={"Cache-Control": "no-store"})
