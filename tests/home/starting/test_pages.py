"""Pages from files may be loaded again at any time: a file's change arrives, and an editor's change stays."""

from dataclasses import replace

import pytest
from wagtail.models import Page

from home.starting.loading import SOURCE
from home.starting.pages import Standing, Verdict, decide, load_pages
from home.starting.wrong import WrongInFile
from local_offer.core.keys import page_with_key
from tests.home.starting.texts import html_in, page

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def load(starting):
    """Load these pages, as if their files had just been changed."""

    def load_them(*texts):
        return load_pages(texts, starting.menus, [cells["ref"] for _, cells in starting.services], SOURCE)

    return load_them


@pytest.fixture
def sleep(starting):
    return next(text for text in starting.pages if text.key == "hub:sleep")


def edit(key, **changed):
    """What an editor does: change a page and publish it."""
    edited = page_with_key(key).get_latest_revision_as_object()
    for name, value in changed.items():
        setattr(edited, name, value)
    edited.save_revision().publish()


def test_a_file_that_says_what_it_said_changes_nothing(load, sleep):
    before = page_with_key("hub:sleep").latest_revision_id
    outcome = load(sleep)
    assert (outcome.new, outcome.changed, outcome.kept) == (0, 0, [])
    assert page_with_key("hub:sleep").latest_revision_id == before


def test_a_change_in_a_file_reaches_the_page_with_a_version_in_its_history(load, sleep):
    versions = page_with_key("hub:sleep").revisions.count()
    outcome = load(replace(sleep, summary="Rest for all of you."))
    now = page_with_key("hub:sleep")
    assert (outcome.changed, now.summary, now.live) == (1, "Rest for all of you.", True)
    assert now.revisions.count() == versions + 1
    assert not now.has_unpublished_changes


def test_a_page_an_editor_changed_survives_the_next_load(load, sleep):
    edit("hub:sleep", summary="An editor's words.")
    outcome = load(replace(sleep, summary="The file's words."))
    assert page_with_key("hub:sleep").summary == "An editor's words."
    assert outcome.kept == ["Sleep: an editor has changed it, so it stays as it is."]


def test_what_stays_is_said_once_and_stays_for_good(load, sleep):
    edit("hub:sleep", summary="An editor's words.")
    load(replace(sleep, summary="The file's words."))
    assert load(replace(sleep, summary="The file's words.")).kept == []
    assert load(replace(sleep, summary="Newer words.")).kept
    assert page_with_key("hub:sleep").summary == "An editor's words."


def test_a_draft_that_an_editor_is_working_on_is_left_alone(load, sleep):
    draft = page_with_key("hub:sleep")
    draft.summary = "Half a sent"
    draft.save_revision()
    assert load(replace(sleep, summary="The file's words.")).kept
    assert page_with_key("hub:sleep").get_latest_revision_as_object().summary == "Half a sent"


def test_a_page_an_editor_took_off_the_site_stays_off(load, sleep):
    page_with_key("hub:sleep").unpublish()
    assert load(replace(sleep, summary="The file's words.")).kept
    assert not page_with_key("hub:sleep").live


def test_a_page_an_editor_deleted_does_not_come_back(load, sleep):
    page_with_key("hub:sleep").delete()
    outcome = load(replace(sleep, summary="The file's words."))
    assert page_with_key("hub:sleep") is None
    assert outcome.kept == ["Sleep: an editor took it away, so it stays as it is."]


def test_links_to_a_page_that_is_gone_keep_their_words(load):
    page_with_key("hub:sleep").delete()
    load(page("See [the sleep page](hub:sleep) and [worry](hub:anxiety)."))
    (html,) = html_in(page_with_key("hub:naps").body.get_prep_value())
    worry = page_with_key("hub:anxiety").pk
    assert html == f'<p>See the sleep page and <a linktype="page" id="{worry}">worry</a>.</p>'


def test_pages_may_link_to_each_other_and_only_named_ones_stand_beside(load):
    naps = page("See [rest](hub:rest).", related='["hub:rest"]')
    rest = page(
        "See [naps](hub:naps).", key='"hub:rest"', slug='"rest"', title='"Rest"', related='["hub:naps"]'
    )
    assert load(naps, rest).new == 2
    made = {key: page_with_key(key) for key in ("hub:naps", "hub:rest")}
    assert f'id="{made["hub:rest"].pk}"' in str(made["hub:naps"].body.get_prep_value())
    assert [one.page_id for one in made["hub:rest"].related_links.all()] == [made["hub:naps"].pk]
    assert made["hub:naps"].get_parent().pk == page_with_key("hub:home").pk


def test_an_address_that_an_editor_s_page_has_is_said_and_nothing_is_half_made(load):
    hub = page_with_key("hub:home")
    hub.add_child(instance=type(page_with_key("hub:sleep"))(title="Naps at noon", slug="naps"))
    with pytest.raises(WrongInFile, match=r"hub/naps\.md.*slug"):
        load(page())
    assert page_with_key("hub:naps") is None


def test_a_load_that_was_cut_short_is_finished_by_the_next(load):
    """All pages are made before any is filled: the second cannot be made, so the first stays empty."""
    hub = page_with_key("hub:home")
    in_the_way = type(page_with_key("hub:sleep"))(title="Rest", slug="rest")
    hub.add_child(instance=in_the_way)
    texts = page(), page(key='"hub:rest"', slug='"rest"')
    with pytest.raises(WrongInFile):
        load(*texts)
    assert not page_with_key("hub:naps").live
    Page.objects.get(pk=in_the_way.pk).delete()
    assert load(*texts).new == 2
    assert page_with_key("hub:naps").live
    assert page_with_key("hub:rest").live


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [
        (("", None), Standing(1, live=False, revision=None), Verdict.FILL),
        (("old", 7), Standing(1, live=True, revision=7), Verdict.CHANGE),
        (("new", 7), Standing(1, live=True, revision=9), Verdict.LEAVE),
        (("new", 7), None, Verdict.LEAVE),
        (("old", 7), Standing(1, live=True, revision=8), Verdict.KEEP),
        (("old", 7), Standing(1, live=False, revision=7), Verdict.KEEP),
        (None, Standing(1, live=True, revision=1), Verdict.KEEP),
        (("old", 7), None, Verdict.GONE),
        (None, None, Verdict.GONE),
    ],
)
def test_what_is_done_follows_from_file_memory_and_page(before, now, verdict):
    memory = before and {"fingerprint": before[0], "revision": before[1]}
    assert decide("new", memory, now) is verdict
