"""Every page of the Directory section answers, for those who may see it."""

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from local_offer.directory.models import Contact, Helpline, Provider, Service, Venue
from local_offer.feedback.models import Report
from local_offer.places.models import Area
from local_offer.taxonomy.models import Need, Outcome, ServiceKind
from tests.directory.admin.desk import url
from tests.directory.made import signed_in, somebody_in

RECORDS = [Service, Provider, Venue, Contact, Helpline, Need, ServiceKind, Outcome, Area]
OF_AUTHORS = [Service, Provider, Venue, Contact]


@pytest.mark.parametrize("model", RECORDS)
def test_editors_list_add_change_and_look_back(editor: Client, model: type[Model]) -> None:
    record = model._default_manager.first()
    assert record is not None
    pages = ["list", "add", "edit", "history", "usage", "delete", *(["inspect"] if model is Service else [])]
    for page in pages:
        address = url(model, page, *([] if page in ("list", "add") else [record.pk]))
        allowed = (200, 302) if page == "delete" else (200,)
        assert editor.get(address).status_code in allowed, address


@pytest.mark.parametrize("model", OF_AUTHORS)
def test_authors_list_add_and_change(author: Client, model: type[Model]) -> None:
    record = model._default_manager.first()
    assert record is not None
    for page, args in (("list", []), ("add", []), ("edit", [record.pk])):
        assert author.get(url(model, page, *args)).status_code == 200


@pytest.mark.parametrize("model", [one for one in RECORDS if one not in OF_AUTHORS])
def test_authors_leave_the_lists_alone(author: Client, model: type[Model]) -> None:
    answer = author.get(url(model, "add"))
    assert (answer.status_code, answer["Location"]) == (302, reverse("wagtailadmin_home"))


def test_the_menu_has_the_directory_and_the_reports(editor: Client) -> None:
    page = editor.get(reverse("wagtailadmin_home")).content.decode()
    for model in (*RECORDS, Report):
        assert url(model, "list") in page


def test_editors_search_services_by_name_provider_and_number(editor: Client) -> None:
    for words in ("SENDIASS", "Herts Parent Carer", Service.objects.get(ref="3", live=True).code):
        page = editor.get(url(Service, "list"), {"q": words})
        assert page.context["page_obj"].paginator.count >= 1


def test_a_venue_or_contact_can_be_chosen_by_its_name(editor: Client) -> None:
    provider = Provider.objects.first()
    assert provider is not None
    chooser = reverse(Provider.snippet_viewset.chooser_viewset.get_url_name("choose_results"))  # type: ignore[attr-defined]
    assert provider.name in editor.get(chooser, {"q": provider.name}).content.decode().replace("&#x27;", "'")


@pytest.mark.parametrize("page", ["list", "add"])
def test_nobody_sees_it_without_signing_in(site: None, page: str) -> None:
    answer = Client().get(url(Service, page))
    assert (answer.status_code, answer["Location"]) == (302, f"/admin/login/?next={url(Service, page)}")


def test_a_signed_in_person_of_no_group_sees_nothing(site: None) -> None:
    person = somebody_in("Authors")
    person.groups.clear()
    assert signed_in(person).get(url(Service, "list")).status_code == 302
