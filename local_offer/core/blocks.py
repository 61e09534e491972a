"""The blocks that pages are made of, each with a name that an editor understands."""

from typing import Any

from django.utils.text import slugify
from wagtail import blocks

KINDS = [
    ("", "Plain section"),
    ("notice", "What you may notice"),
    ("try", "What you can try today"),
    ("help", "Who can help"),
    ("say", "Words to copy"),
    ("sooner", "When to get help sooner"),
    ("waiting", "While you wait, or if you were turned down"),
    ("young", "For young people"),
    ("more", "Read more"),
    ("if-no", "If they say no"),
]
TEXT_FEATURES = ["h3", "bold", "italic", "ul", "ol", "link", "document-link", "blockquote"]


class HeadedValue(blocks.StructValue):
    """A block with a heading can be jumped to."""

    @property
    def anchor(self) -> str:
        """The id of the heading in the page's address, from its words."""
        return slugify(self["heading"])[:60] or "section"


class SectionBlock(blocks.StructBlock):
    """A heading and what is said under it."""

    heading = blocks.CharBlock(max_length=120, help_text="Must make sense alone: search shows it by itself.")
    kind = blocks.ChoiceBlock(choices=KINDS[1:], required=False, help_text="Chooses the look of the section.")
    text = blocks.RichTextBlock(features=TEXT_FEATURES, required=False)

    class Meta:
        icon = "title"
        label = "Section"
        template = "blocks/section.html"
        value_class = HeadedValue


class StepBlock(blocks.StructBlock):
    """One step of a road: what happens, by when, and what to do."""

    title = blocks.CharBlock(max_length=120)
    when = blocks.CharBlock(max_length=80, required=False, help_text='Such as "within 6 weeks".')
    text = blocks.RichTextBlock(features=TEXT_FEATURES, required=False)


class StepsBlock(blocks.StructBlock):
    """A road in steps, such as the one to an EHC plan."""

    heading = blocks.CharBlock(max_length=120)
    intro = blocks.RichTextBlock(features=TEXT_FEATURES, required=False)
    steps = blocks.ListBlock(StepBlock())

    class Meta:
        icon = "list-ol"
        label = "Steps"
        template = "blocks/steps.html"
        value_class = HeadedValue


class IntroBlock(blocks.RichTextBlock):
    """Words before the first heading."""

    class Meta:
        icon = "pilcrow"
        label = "Opening words"
        template = "blocks/intro.html"


def section_blocks() -> list[tuple[str, Any]]:
    """The blocks that any page may hold."""
    return [
        ("intro", IntroBlock(features=TEXT_FEATURES)),
        ("section", SectionBlock()),
        ("steps", StepsBlock()),
    ]
