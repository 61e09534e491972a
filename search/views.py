"""Asks the form, asks the engine, shows."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from local_offer.core.qr import qr_svg
from search.answering import Reading, read
from search.engines.base import IndexNotReady
from search.engines.chosen import engine
from search.forms import SearchForm
from search.page import print_context, results_context, share_address
from search.privacy import without_full_postcodes
from search.results import SearchResults
from search.unmet.counting import count_search

Context = Callable[[Reading, SearchResults], dict[str, Any]]


def results(request: HttpRequest) -> HttpResponse:
    """The page of results."""
    form = SearchForm(request.GET)
    return _answered(request, form, "search", "search/results.html", partial(results_context, form))


def printed(request: HttpRequest) -> HttpResponse:
    """The same results on paper."""
    return _answered(request, SearchForm(request.GET), "search-print", "search/print.html", print_context)


def _answered(
    request: HttpRequest, form: SearchForm, name: str, template: str, context: Context
) -> HttpResponse:
    """Ask and show. A whole postcode does not stay in the address: it becomes its sector and areas."""
    query = form.to_query()
    if safer := without_full_postcodes(query):
        return redirect(f"{reverse(name)}?{safer.to_address()}")
    reading = read(query)
    try:
        found = engine().search(reading.query)
    except IndexNotReady:
        response = render(request, "search/preparing.html", status=503)
        response.headers["Retry-After"] = "10"
        return response
    if name == "search":  # on paper it is the same search again
        count_search(request, reading, found)
    response = render(request, template, context(reading, found))
    response.headers["Cache-Control"] = "private, no-cache"  # no cache between us may keep what was asked
    return response


def qr(request: HttpRequest) -> HttpResponse:
    """The address of a search as a picture for a phone's camera."""
    query = SearchForm(request.GET).to_query()
    return HttpResponse(
        qr_svg(share_address(without_full_postcodes(query) or query)), content_type="image/svg+xml"
    )
