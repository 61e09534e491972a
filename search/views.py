"""Asks the form, asks the engine, shows."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from local_offer.core.qr import qr_svg
from search.answering import engine, read
from search.engines.base import IndexNotReady
from search.forms import SearchForm
from search.page import print_context, results_context, share_address
from search.privacy import without_full_postcodes


def results(request: HttpRequest) -> HttpResponse:
    """The page of results. A whole postcode does not stay in the address: it becomes its sector and areas."""
    form = SearchForm(request.GET)
    query = form.to_query()
    if safer := without_full_postcodes(query):
        return redirect(f"{reverse('search')}?{safer.to_address()}")
    reading = read(query)
    try:
        found = engine().search(reading.query)
    except IndexNotReady:
        return render(request, "search/preparing.html", status=503, headers={"Retry-After": "10"})
    return render(request, "search/results.html", results_context(form, reading, found))


def printed(request: HttpRequest) -> HttpResponse:
    """The same results on paper."""
    query = SearchForm(request.GET).to_query()
    if safer := without_full_postcodes(query):
        return redirect(f"{reverse('search-print')}?{safer.to_address()}")
    reading = read(query)
    try:
        found = engine().search(reading.query)
    except IndexNotReady:
        return render(request, "search/preparing.html", status=503, headers={"Retry-After": "10"})
    return render(request, "search/print.html", print_context(reading, found))


def qr(request: HttpRequest) -> HttpResponse:
    """The address of a search as a picture for a phone's camera."""
    query = SearchForm(request.GET).to_query()
    return HttpResponse(qr_svg(share_address(without_full_postcodes(query) or query)), content_type="image/svg+xml")

