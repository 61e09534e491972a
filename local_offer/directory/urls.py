"""Addresses of services. A service has one address that may change, and one that never does."""

from django.urls import path

from local_offer.directory import views

urlpatterns = [
    path("services/<slug:slug>/", views.service_page, name="service"),
    path("services/<slug:slug>/print/", views.service_print, name="service-print"),
    path("s/<slug:code>", views.service_by_code, name="service-code"),
    path("s/<slug:code>/", views.service_by_code),
    path("s/<slug:code>/qr.svg", views.service_qr, name="service-qr"),
]
