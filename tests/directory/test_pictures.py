"""A picture is small, comes in two formats, and is described for those who cannot see it."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from local_offer.directory.models import Service
from tests.directory.made import a_picture, a_service

pytestmark = pytest.mark.usefixtures("site")


def test_a_picture_without_words_is_refused_in_words() -> None:
    service = Service(name="Larkfield sleep club", picture=a_picture())
    with pytest.raises(ValidationError, match="Say what the picture shows"):
        service.clean()


def test_families_get_the_picture_in_two_formats_with_its_words(client: Client) -> None:
    service = a_service(picture=a_picture(), picture_alt="A sofa in a quiet room")
    page = client.get(service.get_absolute_url()).content.decode()
    picture = re.search(r"<picture>.*?</picture>", page, re.DOTALL)
    assert picture is not None
    assert re.search(r'<source srcset="/media/images/[^"]+\.webp" type="image/webp">', picture[0])
    assert re.search(r'<img[^>]+src="/media/images/[^"]+\.jpg"', picture[0])
    assert 'alt="A sofa in a quiet room"' in picture[0]


def test_the_pictures_themselves_are_served(client: Client) -> None:
    service = a_service(picture=a_picture(), picture_alt="A sofa in a quiet room")
    page = client.get(service.get_absolute_url()).content.decode()
    for address, kind in re.findall(r'"(/media/[^"]+\.(webp|jpg))"', page):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer["Content-Type"] == {"webp": "image/webp", "jpg": "image/jpeg"}[kind]
        assert len(b"".join(answer.streaming_content)) < 50_000  # type: ignore[attr-defined]


def test_a_service_without_a_picture_has_no_empty_frame(client: Client) -> None:
    assert "<picture" not in client.get(a_service().get_absolute_url()).content.decode()


def test_a_picture_that_is_deleted_takes_no_service_with_it() -> None:
    service = a_service(picture=a_picture(), picture_alt="A sofa in a quiet room")
    assert service.picture is not None
    service.picture.delete()
    assert Service.objects.get(pk=service.pk).picture is None
