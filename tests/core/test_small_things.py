"""Numbers that dial, drawings that print, icons that exist, choices that are kept."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.forms import CheckboxSelectMultiple

from local_offer.core.fields import ChoiceSetField
from local_offer.core.keys import page_url, page_with_key
from local_offer.core.phone import phone_href
from local_offer.core.qr import qr_svg
from local_offer.core.templatetags.site_tags import NoSuchIcon, bare_address, dialable, icon


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("0800 6444 101", "tel:08006444101"),
        ("+44 1438 000000", "tel:+441438000000"),
        ("", ""),
        ("ask at the desk", ""),
        ("0300 123 4043, option 2", "tel:03001234043"),
        ("(+44) 1438 000000", "tel:+441438000000"),
        ("+44 (0)1438 000000", "tel:+441438000000"),
    ],
)
def test_a_number_becomes_a_link_that_dials(number: str, link: str) -> None:
    assert phone_href(number) == link


def test_a_number_abroad_is_dialled_without_its_nought() -> None:
    assert dialable("+44 (0)20 7946 0000") == "+442079460000"


def test_a_qr_code_needs_no_script_no_style_and_says_what_it_is() -> None:
    drawing = qr_svg("https://localoffer.example/s/b4c5d6")
    assert drawing.startswith("<svg")
    assert "<title>QR code</title>" in drawing
    assert not re.search(r"<script|style=|onload", drawing)


def test_an_icon_is_a_drawing_in_the_page() -> None:
    assert icon("phone").startswith("<svg")
    assert icon("") == ""


@pytest.mark.parametrize("name", ["no-such", "../base", "phone.svg", "Phone", "a/b"])
def test_an_icon_that_is_not_there_is_never_silent(name: str) -> None:
    with pytest.raises(NoSuchIcon):
        icon(name)


def test_an_address_on_paper_is_short() -> None:
    assert bare_address("https://www.larkfield.example/s/b4c5d6/") == "larkfield.example/s/b4c5d6"


class TestChoices:
    """Several choices of one short list."""

    field = ChoiceSetField("how", choices=[("a", "First"), ("b", "Second")])

    @pytest.mark.parametrize("value", [[], ["a"], ["b", "a"]])
    def test_some_of_the_list_are_taken(self, value: list[str]) -> None:
        self.field.validate(value, None)

    @pytest.mark.parametrize("value", ["a", ["c"], ["a", "c"], None, {"a": 1}])
    def test_anything_else_is_refused_in_words(self, value: object) -> None:
        with pytest.raises(ValidationError, match="Choose from the list."):
            self.field.validate(value, None)

    def test_an_editor_ticks_boxes(self) -> None:
        assert isinstance(self.field.formfield().widget, CheckboxSelectMultiple)

    def test_words_stand_in_the_order_of_the_list(self) -> None:
        assert self.field.labels(["b", "a"]) == ["First", "Second"]


def test_a_page_is_found_by_its_key_wherever_it_is(site: None) -> None:
    page = page_with_key("urgent-help")
    assert page is not None
    page.slug = "somewhere-else"
    page.save_revision().publish()
    assert page_url("urgent-help").endswith("/somewhere-else/")


def test_a_page_that_is_not_published_has_no_address(site: None) -> None:
    page = page_with_key("dspl:finder")
    assert page is not None
    page.unpublish()
    assert page_url("dspl:finder") == ""
    assert page_with_key("no-such-page") is None
