"""Headers by the kind of page: the public site runs nothing inline and keeps nothing; editors' pages are their own."""

from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest
from django.http.response import HttpResponseBase

EDITORS = ("/admin/", "/documents/")
PERMISSIONS = "camera=(), microphone=(), geolocation=(self)"
# Wagtail's admin still has scripts and styles inside its pages.
EDITORS_POLICY: dict[str, Any] = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}


class PageHeaders(CSPMiddleware):
    """A strict policy for the public; the admin's own for editors; a preview may stand in the admin's frame."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(EDITORS):
            parts.replace = EDITORS_POLICY
        elif getattr(request, "is_preview", False) or getattr(request, "is_dummy", False):
            parts.replace = {"frame-ancestors": [SELF]}
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return super().process_response(request, response)
