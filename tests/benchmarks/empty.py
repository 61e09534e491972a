"""The emptiest page that the site could give: what middleware and Django cost alone."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from local_offer.urls import urlpatterns as site

handler404 = "home.views.page_not_found"


def empty(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [path("empty/", empty), *site]
