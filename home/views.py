"""Pages for when something is not there or goes wrong."""

import sys

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, HttpResponseServerError
from django.template import loader

from local_offer.core.busy import busy_page, will_pass


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, with ways onward."""
    return HttpResponseNotFound(loader.render_to_string("404.html", {}, request))


def server_error(request: HttpRequest) -> HttpResponse:
    """500: shown without a database, since that may be what has failed. What was typed can be sent again."""
    if request.method == "POST" and will_pass(sys.exc_info()[1]):
        return busy_page(request)
    return HttpResponseServerError(loader.get_template("500.html").render())
