"""Every address of the site. What Django does not name here is a page of the Wagtail tree."""

from django.conf import settings
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("search.urls")),
    path("", include("local_offer.directory.urls")),
    path("", include("local_offer.feedback.urls")),
    # Pictures that editors put in; a web server in front of the site may answer these itself.
    re_path(
        r"^media/(?P<path>(?:images|original_images)/.+)$", serve, {"document_root": settings.MEDIA_ROOT}
    ),
    path("", include(wagtail_urls)),
]
handler500 = "home.views.server_error"
handler404 = "home.views.page_not_found"
