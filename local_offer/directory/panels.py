"""The form in which an editor fills in a service: the questions a parent asks, in the order they are asked."""

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)


def _fields(*names: str) -> list[FieldPanel]:
    return [FieldPanel(name) for name in names]


def service_panels() -> TabbedInterface:
    """Three tabs: what families read, how it is found, how it is kept true."""
    reads = [
        FieldPanel("name"),
        FieldPanel("provider"),
        FieldPanel("summary"),
        FieldPanel("description"),
        MultiFieldPanel(
            [
                FieldRowPanel(_fields("min_age", "max_age")),
                *_fields("audience", "eligibility", "not_for", "try_instead"),
            ],
            heading="Is it for us?",
        ),
        FieldPanel("diagnosis"),
        MultiFieldPanel(
            _fields("referral", "contacts", "website", "how_decided", "waiting_note", "waiting_seen"),
            heading="How do we get it?",
        ),
        MultiFieldPanel(_fields("cost", "cost_note"), heading="What does it cost?"),
        MultiFieldPanel(
            _fields("delivery", "coverage", "venues", "when", "languages"), heading="Where and when?"
        ),
        FieldPanel("how_to_complain"),
        MultiFieldPanel(_fields("picture", "picture_alt"), heading="Picture", classname="collapsed"),
    ]
    found = _fields("needs", "kinds", "outcomes", "slug")
    true = [
        HelpPanel(
            "<p>Families see when an entry was last checked. Nobody sees the mailbox of its keeper.</p>"
        ),
        *_fields("status", "valid_from", "valid_to", "replaced_by"),
        MultiFieldPanel(
            _fields("last_checked", "review_due", "owner_email", "someone_to_ask"), heading="Checking"
        ),
        MultiFieldPanel(_fields("source_url", "source_seen", "confidence"), heading="Where it was read"),
        PublishingPanel(),
    ]
    return TabbedInterface(
        [
            ObjectList(reads, heading="What families read"),
            ObjectList(found, heading="How it is found"),
            ObjectList(true, heading="How it is kept true"),
        ]
    )
