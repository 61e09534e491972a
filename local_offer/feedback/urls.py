"""Addresses of reports."""

from django.urls import path

from local_offer.feedback import views

urlpatterns = [
    path("something-is-wrong/", views.report, name="report"),
    path("something-is-wrong/thank-you/", views.thanks, name="report-thanks"),
]
