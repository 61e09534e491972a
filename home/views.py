"""Pages for when something is not there or goes wrong."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseServerError
from django.template import loader


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, with ways onward."""
    return HttpResponseNotFound(loader.render_to_string("404.html", {}, request))


def server_error(request: HttpRequest) -> HttpResponse:
    """500: shown without a database, since that may be what has failed."""
    return HttpResponseServerError(loader.get_template("500.html").render())
