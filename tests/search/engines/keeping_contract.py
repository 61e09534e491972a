"""What every keeper must do: the index says what the database says, whatever was changed, lost or broken in between."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from local_offer.core.keys import page_with_key
from local_offer.core.scheduling import publish_due
from local_offer.directory.models import Provider, Service, Venue
from local_offer.places.models import Area
from local_offer.taxonomy.models import Need, Outcome, ServiceKind
from search import changes
from search.document import lists_of_the_directory
from search.engines.embedded.schema import service_key
from search.models import IndexChange, IndexStanding, RefusedEntry
from tests.search.engines.kept import Kept

WORD = "kangaroo"


def publish(service: Service) -> None:
    """As an editor does."""
    service.save_revision().publish()


def a_published_service() -> Service:
    return Service.objects.filter(live=True).order_by("pk")[0]


def a_page(key: str) -> Any:
    """The page of this key, as its own kind."""
    return page_with_key(key)


def rename_provider(service: Service) -> None:
    assert service.provider
    service.provider.name = f"{WORD} trust"
    service.provider.save()


def rename_venue(service: Service) -> None:
    venue = service.venues.all()[0]
    venue.name = f"{WORD} hall"
    venue.save()


def rename_need(service: Service) -> None:
    need = service.needs.all()[0]
    need.label = f"{WORD} needs"
    need.save()


def rename_kind(service: Service) -> None:
    kind = service.kinds.all()[0]
    kind.label = f"{WORD} kind"
    kind.save()


class KeeperContract:
    """Each engine gives a `kept`: the index of the starting data, with its keeper."""

    def test_an_index_of_the_starting_data_equals_the_database(self, kept: Kept) -> None:
        assert kept.count() > 102
        assert kept.is_true()
        assert kept.keeper.keep_up() == 0

    def test_a_service_written_again_is_there_once(self, kept: Kept) -> None:
        before, service = kept.count(), a_published_service()
        for number in range(3):
            service.name = f"{WORD} {number}"
            publish(service)
            kept.keeper.keep_up()
            assert kept.count() == before
            assert kept.finds(WORD) == [f"{WORD} {number}"]
        assert kept.is_true()

    def test_applying_the_same_row_twice_does_no_harm(self, kept: Kept) -> None:
        service, before = a_published_service(), kept.count()
        for _ in range(3):
            changes.note_change(changes.SERVICE, service.pk)
            kept.keeper.keep_up()
        assert kept.count() == before
        assert kept.is_true()

    def test_a_new_service_is_found_and_a_draft_is_not(self, kept: Kept) -> None:
        service = Service(
            name=f"{WORD} club", summary="Jumping.", provider=Provider.objects.first(), live=False
        )
        service.save()
        revision = service.save_revision()
        kept.keeper.keep_up()
        assert kept.finds(WORD) == []
        revision.publish()
        kept.keeper.keep_up()
        assert kept.finds(WORD) == [f"{WORD} club"]
        assert kept.is_true()

    def test_words_of_a_draft_are_not_found_before_they_are_published(self, kept: Kept) -> None:
        service = a_published_service()
        service.name = f"{WORD} draft"
        service.save_revision()
        kept.keeper.keep_up()
        assert kept.finds(WORD) == []
        assert kept.is_true()

    def test_a_service_that_was_unpublished_or_retired_is_gone(self, kept: Kept) -> None:
        first, second = Service.objects.filter(live=True).order_by("pk")[:2]
        first.unpublish()
        second.retire("It has ended.")
        kept.keeper.keep_up()
        keys = kept.held().keys()
        assert not {service_key(first.pk), service_key(second.pk)} & keys
        assert kept.is_true()

    def test_a_draft_that_is_deleted_leaves_nothing(self, kept: Kept) -> None:
        service = Service(name=f"{WORD} draft", live=False)
        service.save()
        service.delete()
        kept.keeper.keep_up()
        assert kept.is_true()

    def test_what_is_scheduled_appears_and_what_expires_goes(self, kept: Kept) -> None:
        coming, going = Service.objects.filter(live=True).order_by("pk")[:2]
        coming.name, coming.go_live_at = f"{WORD} soon", timezone.now() + timedelta(days=1)
        publish(coming)
        going.expire_at = timezone.now() + timedelta(days=1)
        publish(going)
        publish_due()
        kept.keeper.keep_up()
        assert kept.finds(WORD) == []
        coming.revisions.exclude(approved_go_live_at=None).update(
            approved_go_live_at=timezone.now() - timedelta(seconds=1)
        )
        content = coming.revisions.get(approved_go_live_at__isnull=False)
        content.content["go_live_at"] = None
        content.save()
        Service.objects.filter(pk=going.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
        assert publish_due() == 2
        kept.keeper.keep_up()
        assert kept.finds(WORD) == [f"{WORD} soon"]
        assert service_key(going.pk) not in kept.held()
        assert kept.is_true()

    @pytest.mark.parametrize(
        ("relation", "rename"),
        [
            ("provider", rename_provider),
            ("venues", rename_venue),
            ("needs", rename_need),
            ("kinds", rename_kind),
        ],
        ids=["provider", "venue", "need", "kind"],
    )
    def test_a_new_name_reaches_every_service_that_shows_it(
        self, kept: Kept, relation: str, rename: Any
    ) -> None:
        service = (
            Service.objects.filter(live=True, **{f"{relation}__isnull": False}).distinct().order_by("pk")[0]
        )
        thing: Any = service.provider if relation == "provider" else getattr(service, relation).all()[0]
        rename(service)
        kept.keeper.keep_up()
        lookup = {relation: thing.pk}
        showing = set(Service.objects.filter(live=True, **lookup).values_list("name", flat=True))
        assert set(kept.finds(WORD)) == showing
        assert kept.is_true()

    def test_a_venue_that_moves_moves_its_services(self, kept: Kept) -> None:
        venue = Venue.objects.filter(services__live=True, lat__isnull=False)[0]
        venue.lat, venue.lon = 51.9, -0.2
        venue.save()
        kept.keeper.keep_up()
        assert kept.is_true()

    def test_an_area_that_is_renamed_is_called_so_on_every_card(self, kept: Kept) -> None:
        area = Area.objects.filter(services__live=True, kind="dspl")[0]
        area.name, area.places_covered = f"{WORD} area", "Kangarooton"
        area.save()
        kept.keeper.keep_up()
        assert kept.is_true()

    def test_filters_are_called_what_editors_call_them_now(self, kept: Kept) -> None:
        for model in (Need, ServiceKind, Outcome):
            one = model.objects.order_by("pk")[0]
            one.label = f"{WORD} {model.__name__}"
            one.save()
        kept.keeper.keep_up()
        now = lists_of_the_directory()
        assert {name: [list(pair) for pair in pairs] for name, pairs in kept.labels().items()} == {
            name: [list(pair) for pair in pairs] for name, pairs in now.labels.items()
        }

    def test_a_need_that_moves_to_another_topic_leaves_the_old_one(self, kept: Kept) -> None:
        old, new = Need.objects.filter(parent=None, services__live=True).distinct()[:2]
        moved = old.children.all()[0]
        moved.parent = new
        moved.save()
        kept.keeper.keep_up()
        assert kept.is_true()

    def test_a_need_that_is_deleted_is_gone_from_its_services(self, kept: Kept) -> None:
        need = Need.objects.filter(parent__isnull=False, services__live=True).distinct()[0]
        need.delete()
        kept.keeper.keep_up()
        assert kept.is_true()

    def test_a_need_that_is_new_under_a_topic_is_served_by_those_who_serve_the_topic(
        self, kept: Kept
    ) -> None:
        topic = Need.objects.filter(parent=None, services__live=True).distinct()[0]
        Need.objects.create(slug=WORD, label=WORD, parent=topic)
        kept.keeper.keep_up()
        assert kept.finds(need=(WORD,))
        assert kept.is_true()

    def test_a_page_that_is_published_anew_is_found_by_its_new_words(self, kept: Kept) -> None:
        page = a_page("hub:sleep")
        page.title = f"{WORD} nights"
        page.save_revision().publish()
        kept.keeper.keep_up()
        assert kept.is_true()

    def test_a_page_with_another_address_takes_its_children_with_it(self, kept: Kept) -> None:
        hub = a_page("hub:home")
        hub.slug = WORD
        hub.save_revision().publish()
        kept.keeper.keep_up()
        urls = [one["shown"]["url"] for one in kept.held().values()]
        assert len([url for url in urls if url.startswith(f"/{WORD}/")]) > 3
        assert kept.is_true()

    def test_the_new_address_is_logged_in_the_transaction_that_makes_it(self, kept: Kept) -> None:
        """Nothing that comes after the transaction is waited for: by then the process may be gone."""
        hub = a_page("hub:home")
        hub.slug = WORD
        hub.save()
        assert IndexChange.objects.filter(kind=changes.EVERYTHING).exists()

    def test_a_page_that_moves_is_found_at_its_new_address(self, kept: Kept) -> None:
        page = a_page("guide:ehcp")
        page.move(a_page("home"), pos="last-child")
        assert a_page("guide:ehcp").url == f"/{page.slug}/"
        kept.keeper.keep_up()
        assert kept.is_true()

    def test_pages_that_are_unpublished_or_deleted_are_gone(self, kept: Kept) -> None:
        a_page("hub:sleep").unpublish()
        a_page("hub:anxiety").delete()
        Page.objects.get(pk=a_page("guide:ehcp").pk).unpublish()  # as a plain page, without its kind
        kept.keeper.keep_up()
        keys = {one["shown"].get("key") for one in kept.held().values()}
        assert not {"hub:sleep", "hub:anxiety", "guide:ehcp"} & keys
        assert kept.is_true()

    def test_a_page_for_a_few_people_only_is_not_found_by_everybody(self, kept: Kept) -> None:
        page = a_page("hub:sleep")
        restriction = PageViewRestriction.objects.create(
            page=page, restriction_type=PageViewRestriction.LOGIN
        )
        kept.keeper.keep_up()
        assert "hub:sleep" not in {one["shown"].get("key") for one in kept.held().values()}
        restriction.delete()
        kept.keeper.keep_up()
        assert kept.is_true()

    def test_once_the_site_is_real_only_what_was_checked_is_found(self, kept: Kept, settings: Any) -> None:
        checked = a_published_service()
        checked.last_checked = date(2026, 11, 1)
        publish(checked)
        kept.keeper.keep_up()
        settings.SITE_IS_REAL = True
        kept.another_keeper().keep_up()
        assert [key for key in kept.held() if key % 2 == 0] == [service_key(checked.pk)]
        assert kept.is_true()

    def test_an_index_further_behind_than_the_log_reaches_is_built_anew(self, kept: Kept) -> None:
        kept.keeper.keep_up()
        before = kept.in_use()
        service = a_published_service()
        service.name = WORD
        publish(service)
        for _ in range(5):
            changes.note_change(changes.SERVICE, service.pk)
        changes.prune(changes.last_change(), keep=0)
        assert IndexChange.objects.count() == 1
        kept.keeper.keep_up()
        assert kept.in_use() != before
        assert kept.is_true()

    def test_pruning_what_every_index_has_passed_builds_nothing_anew(self, kept: Kept) -> None:
        kept.keeper.keep_up()
        before = kept.in_use()
        changes.note_change(changes.SERVICE, a_published_service().pk)
        kept.keeper.keep_up()
        changes.prune(changes.last_change(), keep=0)
        changes.note_change(changes.SERVICE, a_published_service().pk)
        assert kept.another_keeper().keep_up() == 1
        assert kept.in_use() == before

    def test_a_database_put_back_from_a_copy_is_not_taken_for_the_one_before(self, kept: Kept) -> None:
        """Its log has the same numbers and tells of other changes."""
        kept.keeper.keep_up()
        last = IndexChange.objects.latest("id")
        IndexChange.objects.filter(pk=last.pk).update(at=last.at - timedelta(hours=1))
        Service.objects.filter(pk=a_published_service().pk).update(name=WORD)
        changes.note_change(changes.PAGE, a_page("hub:sleep").pk)
        kept.another_keeper().keep_up()
        assert kept.finds(WORD) == [WORD], "its row was none of those after the last that was applied"

    def test_a_log_shorter_than_the_index_has_followed_means_another_database(self, kept: Kept) -> None:
        for _ in range(3):
            changes.note_change(changes.SERVICE, a_published_service().pk)
        kept.keeper.keep_up()
        before = kept.in_use()
        IndexChange.objects.filter(id__gt=changes.last_change() - 2).delete()
        kept.another_keeper().keep_up()
        assert kept.in_use() != before
        assert kept.is_true()

    def test_everything_is_built_anew_when_asked(self, kept: Kept) -> None:
        kept.keeper.keep_up()
        before = kept.in_use()
        changes.note_change(changes.EVERYTHING, 0)
        kept.keeper.keep_up()
        assert kept.in_use() != before
        assert kept.keeper.keep_up() == 0

    def test_one_entry_that_cannot_be_indexed_does_not_keep_the_others_from_it(
        self, kept: Kept, caplog: Any
    ) -> None:
        bad, good = Service.objects.filter(live=True).order_by("pk")[:2]
        Service.objects.filter(pk=bad.pk).update(referral=["a", None])
        good.name = WORD
        publish(good)
        changes.note_change(changes.SERVICE, bad.pk)
        kept.keeper.keep_up()
        assert kept.finds(WORD) == [WORD]
        assert f"Service {bad.pk} cannot be indexed" in caplog.text

    def test_how_an_index_stands_is_noted_for_whoever_runs_the_site(self, kept: Kept) -> None:
        publish(a_published_service())
        kept.keeper.keep_up()
        noted = IndexStanding.objects.get(name=kept.keeper.store.name)
        assert (noted.position, noted.documents, noted.last_error) == (
            changes.last_change(),
            kept.count(),
            "",
        )
        assert noted.size_bytes > 10_000

    def test_an_entry_that_is_refused_is_named_with_the_reason_until_it_is_mended(self, kept: Kept) -> None:
        bad = a_published_service()
        right = bad.referral
        Service.objects.filter(pk=bad.pk).update(referral=["a", None])
        changes.note_change(changes.SERVICE, bad.pk)
        kept.keeper.keep_up()
        refused = RefusedEntry.objects.get(index=kept.keeper.store.name)
        assert (refused.kind, refused.object_id, bool(refused.reason)) == ("service", bad.pk, True)
        assert service_key(bad.pk) not in kept.held()
        Service.objects.filter(pk=bad.pk).update(referral=right)
        changes.note_change(changes.SERVICE, bad.pk)
        kept.keeper.keep_up()
        assert not RefusedEntry.objects.exists()
        assert kept.is_true()

    def test_going_back_to_the_index_before_catches_up_with_everything_since(self, kept: Kept) -> None:
        kept.keeper.keep_up()
        before = kept.in_use()
        kept.keeper.rebuild()
        assert kept.in_use() != before
        service = a_published_service()
        service.unpublish()
        kept.keeper.keep_up()
        assert kept.keeper.store.go_back()
        assert kept.in_use() == before
        kept.keeper.keep_up()
        assert service_key(service.pk) not in kept.held()
        assert kept.is_true()
