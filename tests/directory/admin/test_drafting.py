"""An editor drafts, looks at it as families will, publishes, takes it down and goes back."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from local_offer.core.scheduling import publish_due
from local_offer.directory.models import Service
from tests.directory.admin.desk import add, change, errors, filled_in, url
from tests.directory.made import a_provider, a_service

COMPLETE = {"summary": "A club about sleep."}


def test_a_draft_needs_nothing_but_a_name(editor: Client) -> None:
    draft = add(editor, name="Half filled")
    assert (draft.live, draft.slug, draft.first_published_at) == (False, "half-filled", None)
    assert len(draft.code) == 6
    assert Client().get(draft.get_absolute_url()).status_code == 404


def test_publishing_a_half_filled_draft_says_in_words_what_is_missing(editor: Client) -> None:
    draft = add(editor, name="Half filled")
    answer = change(editor, draft, "publish")
    assert answer.status_code == 200
    assert set(errors(answer)) == {"provider", "summary"}
    assert not Service.objects.get(pk=draft.pk).live


def test_the_form_says_what_is_wrong_beside_the_field(editor: Client) -> None:
    answer = change(editor, a_service(), "publish", min_age=12, max_age=7)
    assert errors(answer) == {"max_age": ["The oldest age must not be below the youngest."]}
    answer = change(editor, a_service(name="Other"), min_age=30)
    assert "min_age" in errors(answer)


def test_the_second_of_two_drafts_with_one_address_is_refused_at_its_form(editor: Client) -> None:
    first, second = a_service(name="First"), a_service(name="Second")
    assert change(editor, first, slug="the-same").status_code == 302
    answer = change(editor, second, slug="the-same")
    assert errors(answer) == {"slug": ["“First” has or had this address. Choose another, or leave it empty."]}


def test_an_address_that_another_service_had_is_refused_at_the_form(editor: Client) -> None:
    first = a_service(name="First")
    change(editor, first, "publish", slug="moved")
    answer = change(editor, a_service(name="Second"), "publish", slug="first")
    assert "“First” has or had this address" in errors(answer)["slug"][0]


def test_an_editor_previews_what_families_will_see(editor: Client) -> None:
    draft = add(editor, name="Half filled")
    address = url(Service, "preview_on_edit", draft.pk)
    data = filled_in(draft, summary="Quiet nights.", when="Mondays at 7")
    assert editor.post(address, data).json() == {"is_valid": True, "is_available": True}
    seen = editor.get(address)
    page = seen.content.decode()
    assert seen.status_code == 200
    assert "Quiet nights." in page
    assert "Mondays at 7" in page
    assert "What to do now" in page
    assert "When was this checked?" in page


def test_an_editor_previews_a_service_before_it_is_saved_at_all(editor: Client) -> None:
    address = url(Service, "preview_on_add")
    editor.post(address, filled_in(name="Not saved yet"))
    assert "Not saved yet" in editor.get(address).content.decode()
    assert not Service.objects.filter(name="Not saved yet").exists()


def test_the_admin_may_frame_a_preview_and_nothing_else_may(editor: Client) -> None:
    service = a_service()
    address = url(Service, "preview_on_edit", service.pk)
    editor.post(address, filled_in(service))
    preview = editor.get(address)
    assert "frame-ancestors 'self'" in preview["Content-Security-Policy"]
    assert "unsafe-inline" not in preview["Content-Security-Policy"]
    assert preview["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'none'" in Client().get(service.get_absolute_url())["Content-Security-Policy"]


def test_a_preview_says_that_it_is_one_to_nobody_but_its_editor(editor: Client) -> None:
    draft = add(editor, name="Half filled")
    editor.post(url(Service, "preview_on_edit", draft.pk), filled_in(draft))
    assert Client().get(url(Service, "preview_on_edit", draft.pk)).status_code == 302


def test_an_editor_publishes_and_families_see_it_at_once(editor: Client) -> None:
    service = add(editor, "publish", name="Larkfield night line", provider=a_provider().pk, **COMPLETE)
    assert service.live
    assert Client().get("/services/larkfield-night-line/").status_code == 200


def test_a_draft_of_a_published_service_changes_nothing_for_families(editor: Client) -> None:
    service = a_service()
    assert change(editor, service, summary="Not to be seen yet.").status_code == 302
    page = Client().get(service.get_absolute_url()).content.decode()
    assert "A club about sleep." in page
    assert "Not to be seen yet." not in page


def test_an_editor_schedules_and_it_appears_at_its_time(editor: Client) -> None:
    soon = timezone.localtime() + timedelta(hours=2)
    service = add(
        editor,
        "publish",
        name="Larkfield night line",
        provider=a_provider().pk,
        go_live_at=f"{soon:%Y-%m-%d %H:%M}",
        **COMPLETE,
    )
    assert not service.live
    assert publish_due() == 0
    service.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    revision = service.revisions.get()
    revision.content = {**revision.content, "go_live_at": (timezone.now() - timedelta(minutes=1)).isoformat()}
    revision.save()
    assert publish_due() == 1
    assert Client().get(service.get_absolute_url()).status_code == 200


def test_an_editor_unpublishes_and_the_address_says_so(editor: Client) -> None:
    service = a_service()
    assert editor.post(url(Service, "unpublish", service.pk)).status_code == 302
    assert Client().get(service.get_absolute_url()).status_code == 410


def test_an_editor_compares_two_versions(editor: Client) -> None:
    service = a_service(summary="First words.")
    change(editor, service, "publish", summary="Second words.")
    first, second = service.revisions.order_by("pk")
    page = editor.get(url(Service, "revisions_compare", service.pk, first.pk, second.pk)).content.decode()
    assert '<span class="deletion">First</span>' in page
    assert '<span class="addition">Second</span>' in page


def test_an_editor_goes_back_to_an_older_version(editor: Client) -> None:
    service = a_service(summary="First words.")
    change(editor, service, "publish", summary="Second words.")
    first = service.revisions.order_by("pk").first()
    assert first is not None
    address = url(Service, "revisions_revert", service.pk, first.pk)
    assert editor.get(address).context["form"]["summary"].value() == "First words."
    data = filled_in(first.as_object())
    editor.post(url(Service, "edit", service.pk), {**data, "revision": first.pk, "action-publish": "1"})
    assert Service.objects.get(pk=service.pk).summary == "First words."


def test_the_history_says_who_did_what(editor: Client) -> None:
    service = a_service()
    change(editor, service, "publish", summary="Second words.")
    page = editor.get(url(Service, "history", service.pk)).content.decode()
    assert "one-of-editors" in page
    actions = ModelLogEntry.objects.for_instance(service).values_list("action", flat=True)
    assert {"wagtail.edit", "wagtail.publish"} <= set(actions)
