"""Every page of the Directory section answers."""

import pytest
from django.test import Client
from django.urls import reverse

from local_offer.directory.models import Contact, Helpline, Provider, Service, Venue
from local_offer.places.models import Area
from local_offer.taxonomy.models import Need, Outcome, ServiceKind

KEPT = [Service, Provider, Venue, Contact, Helpline, Need, ServiceKind, Outcome, Area]


def url(model: type, name: str, *args: object) -> str:
    return reverse(model.snippet_viewset.get_url_name(name), args=args)  # type: ignore[attr-defined]


@pytest.mark.parametrize("model", KEPT)
def test_editors_list_add_and_change_every_record(editor: Client, model: type) -> None:
    first = model.objects.first()  # type: ignore[attr-defined]
    for address in (url(model, "list"), url(model, "add"), url(model, "edit", first.pk)):
        assert editor.get(address).status_code == 200, address
