"""What an editor sees first after signing in: what is due, what was never checked."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.components import Component

from local_offer.directory.models import Service
from local_offer.directory.review import due_for_review, never_checked, with_draft


class DirectoryPanel(Component):
    """Counts with links to the lists behind them."""

    name = "directory"
    template_name = "directory/admin/dashboard.html"
    order = 50

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        due = due_for_review(timezone.localdate())
        return {
            "list_url": reverse(Service.snippet_viewset.get_url_name("list")),
            "live": Service.objects.filter(live=True).count(),
            "drafts": with_draft().count(),
            "due": due[:5],
            "due_count": due.count(),
            "unchecked_count": never_checked().count(),
            "site_is_real": settings.SITE_IS_REAL,
        }
