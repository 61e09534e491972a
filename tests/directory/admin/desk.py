"""An editor's desk: the addresses of the Directory section, and its forms filled in as a browser would send them."""

from typing import Any

from django.db.models import Model
from django.test import Client
from django.urls import reverse

from local_offer.directory.models import Service
from local_offer.directory.panels import service_panels


def url(model: type[Model], page: str, *args: object) -> str:
    """The address of a page of the admin: its list, its form, its history."""
    return reverse(model.snippet_viewset.get_url_name(page), args=args)  # type: ignore[attr-defined]


def filled_in(service: Service | None = None, **facts: Any) -> dict[str, Any]:
    """What the form of a service would send if these facts were typed into it and nothing else were changed."""
    there = service.get_latest_revision_as_object() if service else Service()
    form = service_panels().bind_to_model(Service).get_form_class()(instance=there)
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in {**values, **facts}.items() if value not in (None, [])}


def add(client: Client, action: str = "", **facts: Any) -> Service:
    """A service made in the form, as it is now in the database; "publish" presses that button, none saves."""
    client.post(url(Service, "add"), _pressing(action, filled_in(**facts)))
    return Service.objects.get(name=facts["name"])


def change(client: Client, service: Service, action: str = "", **facts: Any) -> Any:
    """Open a service, type, press a button: "publish", "submit", or none to save a draft."""
    service = Service.objects.get(pk=service.pk)
    return client.post(url(Service, "edit", service.pk), _pressing(action, filled_in(service, **facts)))


def _pressing(action: str, data: dict[str, Any]) -> dict[str, Any]:
    return {**data, f"action-{action}": "1"} if action else data


def errors(answer: Any) -> dict[str, Any]:
    """What a form says is wrong, by field."""
    return dict(answer.context["form"].errors)
