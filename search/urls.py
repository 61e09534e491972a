"""Addresses of the search."""

from django.urls import path

from search import suggest_view, views

urlpatterns = [
    path("search/", views.results, name="search"),
    path("search/print/", views.printed, name="search-print"),
    path("search/qr.svg", views.qr, name="search-qr"),
    path("search/suggest", suggest_view.suggest, name="search-suggest"),
]
