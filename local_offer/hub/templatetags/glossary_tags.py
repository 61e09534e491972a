"""How templates explain words: `{% explained %}` round a whole page."""

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString, mark_safe

from local_offer.hub.glossary import A_TO_Z, current_glossary
from local_offer.hub.glossary_matching import explain
from local_offer.hub.models import GuidePage

register = template.Library()


@register.tag
def explained(parser: Parser, token: Token) -> "ExplainedNode":
    """`{% explained %} ... {% endexplained %}`: each word of the glossary is explained where it comes first.

    Only what stands in something of the class `lo-words` is read; headings, links and quotations stay as they are.
    """
    nodes = parser.parse(("endexplained",))
    parser.delete_first_token()
    return ExplainedNode(nodes, parser.compile_filter("page"))


class ExplainedNode(template.Node):
    """What stands between the two tags, with its words explained. The list from A to Z explains itself."""

    def __init__(self, nodelist: NodeList, page: FilterExpression) -> None:
        self.nodelist, self.page = nodelist, page

    def render(self, context: template.Context) -> SafeString:
        html = self.nodelist.render(context)
        about = getattr(self.page.resolve(context, ignore_failures=True), "page_key", "")
        if about == A_TO_Z:
            return html
        return mark_safe(explain(html, current_glossary(), list_url(), about))


def list_url() -> str:
    """Where the list from A to Z is; empty when it is not published."""
    page = GuidePage.objects.live().filter(page_key=A_TO_Z).first()
    return (page.url or "") if page else ""
