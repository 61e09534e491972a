"""Reports from the public, in the Directory's neighbourhood of the admin."""

from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from local_offer.feedback.models import Report


class ReportViewSet(SnippetViewSet):
    """What people told us is wrong; the newest that nobody has dealt with stand first."""

    model = Report
    icon = "warning"
    menu_label = "Reports"
    menu_order = 160
    add_to_admin_menu = True
    list_display = ["__str__", "page", "made_at", "done"]
    list_filter = ["done"]
    panels = [
        FieldPanel("page", read_only=True),
        FieldPanel("what", read_only=True),
        FieldPanel("done"),
        FieldPanel("note"),
    ]
    search_backend_name = None
    search_fields = ["what", "page"]


register_snippet(ReportViewSet)
