"""A list is brought in whole or not at all; again, it changes nothing; and an editor's word stays."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision
from wagtail.search.backends import get_search_backend

from local_offer.core.models import LoadedRow
from local_offer.directory.importing import writing
from local_offer.directory.importing.applying import apply_file, lines_of
from local_offer.directory.importing.planning import Plan
from local_offer.directory.models import Contact, Provider, Service, Venue
from search.changes import last_change
from search.following import Follower
from tests.directory.importing.sheets import SOURCE, Row, a_row, csv_file, xlsx_file
from tests.directory.made import a_service

pytestmark = pytest.mark.usefixtures("site")

FULL = a_row(
    description="Games and a talk.",
    provider_kind="charity",
    needs="sleep; anxiety",
    kinds="activity",
    min_age="5",
    max_age="11",
    audience="parents; children",
    diagnosis="not_needed",
    referral="parent",
    cost="free",
    delivery="in_person",
    coverage="county; dspl-1",
    venues="Hall | Hitchin | SG5 1AA",
    phone="01438 000000",
    email="club@larkfield.example",
    website="https://larkfield.example/",
    languages="Polish",
    waiting="About 6 weeks",
    status="open",
    source_url="https://larkfield.example/club",
    source_seen="2025-06",
    confidence="A",
)


def bring(folder: Path, *rows: Row, publish: bool = True) -> Plan:
    """Import a list of these rows."""
    return apply_file(csv_file(folder, *rows), SOURCE, publish=publish)


def club(ref: str = "1") -> Service:
    """The service of this number, as it is now."""
    return Service.objects.get(ref=ref, name__startswith="Club")


def edited(service: Service, **facts: Any) -> Service:
    """The service after an editor has changed and published it."""
    for field, value in facts.items():
        setattr(service, field, value)
    service.save_revision().publish()
    return Service.objects.get(pk=service.pk)


def drafted(service: Service, **facts: Any) -> Service:
    """The service while an editor is working on it."""
    for field, value in facts.items():
        setattr(service, field, value)
    service.save_revision()
    return Service.objects.get(pk=service.pk)


def everything() -> list[Any]:
    """What an import could have changed, all of it."""
    return [
        sorted(model._default_manager.values_list(), key=str)
        for model in (Service, Provider, Venue, Contact, Revision, LoadedRow, ModelLogEntry)
    ]


def test_every_column_reaches_the_page(tmp_path: Path, client: Client) -> None:
    bring(tmp_path, FULL)
    service = club()
    assert (service.min_age, service.max_age, service.audience) == (5, 11, ["parents", "children"])
    assert sorted(need.slug for need in service.needs.all()) == ["anxiety", "sleep"]
    assert sorted(area.code for area in service.coverage.all()) == ["county", "dspl-1"]
    assert [kind.slug for kind in service.kinds.all()] == ["activity"]
    assert service.provider is not None
    assert (service.provider.name, service.provider.kind) == ("Larkfield Families", "charity")
    page = client.get(service.get_absolute_url()).content.decode()
    for words in (
        "Games and a talk.",
        "01438 000000",
        "club@larkfield.example",
        "Hall, Hitchin, SG5 1AA",
        "Polish",
    ):
        assert words in page


def test_a_venue_gets_its_point_from_its_postcode_else_from_its_town(tmp_path: Path) -> None:
    bring(tmp_path, a_row(venues="Hall | 1 High Street | SG5 1; Barn | Hitchin |; Shed | Nowhere at all |"))
    points = {venue.name: venue.lat for venue in club().venues.all()}
    assert points["Hall"] == pytest.approx(51.95, abs=0.05)
    assert points["Barn"] == pytest.approx(51.95, abs=0.05)
    assert points["Shed"] is None


def test_a_number_of_a_service_by_text_is_a_number_to_text(tmp_path: Path) -> None:
    bring(tmp_path, a_row(phone="07700 900123", delivery="text"))
    contact = club().contacts.get()
    assert (contact.text_number, contact.phone) == ("07700 900123", "")


def test_services_share_their_provider_venue_and_contact(tmp_path: Path) -> None:
    bring(tmp_path, FULL, {**FULL, "ref": "2", "name": "Club 2"})
    for model in (Venue, Contact):
        assert (
            model._default_manager.filter(services__ref__in=["1", "2"], services__name__startswith="Club")
            .distinct()
            .count()
            == 1
        )
    assert club("1").provider == club("2").provider


def test_without_publishing_everything_new_is_a_draft(tmp_path: Path, client: Client) -> None:
    bring(tmp_path, FULL, publish=False)
    service = club()
    assert (service.live, service.has_unpublished_changes, service.first_published_at) == (False, True, None)
    assert client.get(service.get_absolute_url()).status_code == 404


def test_a_new_service_has_its_first_version_its_history_and_its_lists(tmp_path: Path) -> None:
    position = last_change()
    bring(tmp_path, FULL)
    service = club()
    revision = service.revisions.get()
    assert service.latest_revision == service.live_revision == revision
    as_it_was = revision.as_object()
    assert sorted(need.slug for need in as_it_was.needs.all()) == ["anxiety", "sleep"]
    assert as_it_was.contacts.get().phone == "01438 000000"
    actions = ModelLogEntry.objects.for_instance(service).values_list("action", flat=True)
    assert sorted(actions) == ["wagtail.create", "wagtail.publish"]
    assert ReferenceIndex.get_references_to(service.provider).filter(object_id=str(service.pk)).exists()
    assert service in get_search_backend().search("Club", Service)
    touched = Follower(position).next()
    assert touched is not None
    assert service.pk in touched.services


def test_a_service_brought_in_is_like_one_that_an_editor_made(tmp_path: Path) -> None:
    bring(tmp_path, a_row())
    ours, theirs = club(), a_service(name="Club made by hand")
    own = {
        "id",
        "uuid",
        "code",
        "ref",
        "slug",
        "name",
        "summary",
        "provider",
        "latest_revision",
        "live_revision",
    }
    times = {"first_published_at", "last_published_at"}
    for field in Service._meta.concrete_fields:
        if field.name not in own | times:
            assert getattr(ours, field.name) == getattr(theirs, field.name), field.name
    content, by_hand = ours.revisions.get().content, theirs.revisions.get().content
    assert content.keys() == by_hand.keys()
    assert all(ours.first_published_at and getattr(ours, name) for name in times)


def test_names_that_are_alike_get_addresses_of_their_own(tmp_path: Path) -> None:
    a_service(name="Club")
    bring(tmp_path, *[a_row(str(number), name="Club") for number in range(3)])
    slugs = Service.objects.filter(name="Club").order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["club", "club-2", "club-3", "club-4"]


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    rows = [FULL, a_row("2", venues="Hall | Hitchin |; Barn | Hitchin |", phone="0300 1")]
    bring(tmp_path, *rows)
    before = everything()
    plan = bring(tmp_path, *rows)
    assert (plan.new, plan.changed, plan.unchanged, plan.kept, plan.gone) == (0, 0, 2, [], [])
    assert everything() == before


def test_a_spreadsheet_brings_in_the_same_as_a_list(tmp_path: Path) -> None:
    apply_file(xlsx_file(tmp_path, FULL), SOURCE, publish=True)
    plan = bring(tmp_path, FULL)
    assert (plan.new, plan.changed, plan.unchanged) == (0, 0, 1)


def test_one_wrong_cell_and_nothing_is_written(tmp_path: Path) -> None:
    bring(tmp_path, a_row("1"))
    before = everything()
    plan = bring(tmp_path, a_row("1", summary="Another."), a_row("2"), a_row("3", min_age="99"))
    assert plan.wrong_count == 1
    assert everything() == before


def test_a_failure_halfway_leaves_nothing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything()
    remember = writing._remember

    def full_disk(batch: Any, source: str) -> None:
        remember(batch, source)
        raise OSError("No space left on device")

    monkeypatch.setattr(writing, "_remember", full_disk)
    with pytest.raises(OSError, match="No space"):
        bring(tmp_path, a_row("1"), a_row("2"))
    assert everything() == before


def test_a_changed_row_changes_just_what_changed(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    bring(tmp_path, {**FULL, "summary": "Another.", "needs": "sleep", "phone": "01438 111111"})
    service = club()
    assert (service.summary, service.languages) == ("Another.", "Polish")
    assert [need.slug for need in service.needs.all()] == ["sleep"]
    contact = service.contacts.get()
    assert (contact.phone, contact.email) == ("01438 111111", "club@larkfield.example")
    assert service.revisions.count() == 2


def test_a_number_that_others_use_too_is_not_changed_under_them(tmp_path: Path) -> None:
    bring(tmp_path, FULL, {**FULL, "ref": "2", "name": "Club 2"})
    bring(tmp_path, {**FULL, "phone": "01438 111111"}, {**FULL, "ref": "2", "name": "Club 2"})
    assert club("2").contacts.get().phone == "01438 000000"


def test_a_contact_that_is_in_the_file_no_more_leaves_the_service(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    bring(tmp_path, {**FULL, "phone": "", "email": ""})
    assert not club().contacts.exists()


def test_a_changed_row_without_publishing_waits_as_a_draft(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    bring(tmp_path, {**FULL, "summary": "Another."}, publish=False)
    service = club()
    assert (service.live, service.summary) == (True, "A club.")
    assert service.get_latest_revision_as_object().summary == "Another."


def test_a_draft_that_was_never_public_shows_the_newest_words_in_the_editors_list(tmp_path: Path) -> None:
    bring(tmp_path, FULL, publish=False)
    bring(tmp_path, {**FULL, "summary": "Another."}, publish=False)
    service = club()
    assert service.summary == service.get_latest_revision_as_object().summary == "Another."


def test_a_column_that_the_file_lacks_is_left_alone(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    bring(tmp_path, a_row())
    service = club()
    assert (service.languages, service.min_age) == ("Polish", 5)
    bring(tmp_path, {**FULL, "languages": "Urdu"})
    assert club().languages == "Urdu"


def test_an_editors_change_survives_a_file_that_says_what_it_said(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    edited(club(), summary="An editor's words.")
    plan = bring(tmp_path, FULL)
    assert (plan.changed, plan.kept) == (0, [])
    assert club().summary == "An editor's words."


def test_an_editors_change_survives_a_file_that_changes_too_and_it_is_said(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    edited(club(), summary="An editor's words.")
    plan = bring(tmp_path, {**FULL, "summary": "The file's words.", "languages": "Urdu"})
    service = club()
    assert (service.summary, service.languages) == ("An editor's words.", "Urdu")
    assert "Row 2, Club 1: an editor changed summary; the editor's words stay." in list(lines_of(plan))


def test_an_editors_needs_survive_too(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    service = club()
    service.needs = [need for need in service.needs.all() if need.slug == "sleep"]
    edited(service)
    plan = bring(tmp_path, {**FULL, "needs": "anxiety"})
    assert plan.kept == ["Row 2, Club 1: an editor changed needs; the editor's words stay."]
    assert [need.slug for need in club().needs.all()] == ["sleep"]


def test_an_editors_kind_of_provider_survives_a_new_service_of_it(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    Provider.objects.filter(name="Larkfield Families").update(kind="community")
    bring(tmp_path, FULL, {**FULL, "ref": "2", "name": "Club 2"})
    assert Provider.objects.get(name="Larkfield Families").kind == "community"


def test_a_kind_of_provider_that_the_file_corrects_is_corrected(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    bring(tmp_path, {**FULL, "provider_kind": "nhs"})
    assert Provider.objects.get(name="Larkfield Families").kind == "nhs"


def test_ages_that_are_wrong_only_beside_an_editors_are_named_and_nothing_breaks(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    edited(club(), max_age=9)
    plan = bring(tmp_path, {**FULL, "min_age": "10"})
    assert str(plan.wrong[0]).startswith("Row 2, min_age: ages 10 to 9 would stand there")
    assert club().min_age == 5


def test_an_editors_draft_is_left_alone_and_it_is_said(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    drafted(club(), description="Half a sentence")
    plan = bring(tmp_path, {**FULL, "summary": "The file's words."})
    assert plan.kept == ["Row 2, Club 1: somebody is working on a draft, so nothing is written."]
    assert club().get_latest_revision_as_object().description == "Half a sentence"
    assert club().summary == "A club."


def test_what_a_draft_held_back_is_offered_again_when_the_draft_is_done(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    drafted(club(), description="A whole sentence.")
    newer = {**FULL, "summary": "The file's words."}
    bring(tmp_path, newer)
    club().get_latest_revision().publish()
    bring(tmp_path, newer)
    assert (club().summary, club().description) == ("The file's words.", "A whole sentence.")


def test_a_service_that_an_editor_retired_does_not_come_back(tmp_path: Path) -> None:
    bring(tmp_path, FULL)
    club().retire("It closed.")
    plan = bring(tmp_path, {**FULL, "summary": "The file's words."})
    assert plan.kept == ["Row 2, Club 1: it was taken off the site, so nothing is written."]
    assert (club().live, club().withdrawn_reason) == (False, "It closed.")


def test_a_draft_that_an_editor_deleted_stays_away(tmp_path: Path) -> None:
    bring(tmp_path, FULL, publish=False)
    club().delete()
    plan = bring(tmp_path, FULL)
    assert plan.kept == ["Row 2, Club 1: an editor deleted it, so it stays away."]
    assert not Service.objects.filter(name="Club 1").exists()


def test_what_is_gone_from_the_file_stays_and_is_due_for_review(tmp_path: Path) -> None:
    bring(tmp_path, FULL, a_row("2"))
    plan = bring(tmp_path, FULL)
    assert plan.gone == ["Club 2"]
    assert (club("2").live, club("2").review_due) == (True, timezone.localdate())
    assert bring(tmp_path, FULL).gone == []


def test_what_comes_back_to_the_file_is_known_again(tmp_path: Path) -> None:
    bring(tmp_path, FULL, a_row("2"))
    bring(tmp_path, FULL)
    plan = bring(tmp_path, FULL, a_row("2", summary="Back again."))
    assert (plan.new, plan.changed) == (0, 1)
    assert club("2").summary == "Back again."
    assert bring(tmp_path, FULL).gone == ["Club 2"]


def test_the_same_list_gives_the_same_short_links_on_every_machine(tmp_path: Path) -> None:
    bring(tmp_path, a_row())
    first = club()
    Service.objects.filter(pk=first.pk).update(first_published_at=None)
    Service.objects.get(pk=first.pk).delete()
    LoadedRow.objects.filter(table=f"services:{SOURCE}").delete()
    bring(tmp_path, a_row())
    assert (club().code, club().uuid) == (first.code, first.uuid)


def test_a_list_of_several_batches_comes_in_whole(tmp_path: Path) -> None:
    rows = [
        a_row(str(number), provider=f"Provider {number % 7}", phone=f"0300 {number}") for number in range(450)
    ]
    seen: list[int] = []
    plan = apply_file(csv_file(tmp_path, *rows), SOURCE, publish=True, progress=seen.append)
    assert (plan.new, seen) == (450, list(range(1, 451)))
    assert Service.objects.filter(name__startswith="Club", live=True).count() == 450
