"""An editor's desk: the addresses of the Directory section, and its forms filled in as a browser would send them."""

from typing import Any

from django.db.models import Model
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from local_offer.directory.models import Service


def url(model: type[Model], page: str, *args: object) -> str:
    """The address of a page of the admin: its list, its form, its history."""
    return reverse(model.snippet_viewset.get_url_name(page), args=args)  # type: ignore[attr-defined]


def filled_in(client: Client, address: str, **facts: Any) -> dict[str, Any]:
    """What the form at this address would send if these facts were typed into it and nothing else were changed."""
    form = client.get(address).context["form"]
    there = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in {**there, **facts}.items() if value not in (None, [])}


def send(client: Client, address: str, action: str = "", **facts: Any) -> HttpResponse:
    """Type, and press one of the buttons: "publish", "submit", or none to save a draft."""
    data = filled_in(client, address, **facts)
    return client.post(address, {**data, f"action-{action}": "1"} if action else data)  # type: ignore[return-value]


def add(client: Client, action: str = "", **facts: Any) -> Service:
    """A service made in the form, as it is now in the database."""
    send(client, url(Service, "add"), action, **facts)
    return Service.objects.get(name=facts["name"])


def change(client: Client, service: Service, action: str = "", **facts: Any) -> HttpResponse:
    """Open a service, type, press a button."""
    return send(client, url(Service, "edit", service.pk), action, **facts)


def errors(answer: HttpResponse) -> dict[str, Any]:
    """What a form says is wrong, by field."""
    return dict(answer.context["form"].errors)  # type: ignore[attr-defined]
