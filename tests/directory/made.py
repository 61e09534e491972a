"""Records that tests make for themselves, as small as the rules allow."""

from io import BytesIO
from typing import Any

from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.core.files.images import ImageFile
from django.test import Client
from PIL import Image as PillowImage
from wagtail.images.models import Image

from local_offer.directory.models import Provider, Service

PASSWORD = "sea-otter-lantern-42"


def a_provider(name: str = "Larkfield Families") -> Provider:
    """The one provider of this name."""
    return Provider.objects.get_or_create(name=name)[0]


def a_draft(**facts: Any) -> Service:
    """A service that nobody has seen in public."""
    draft = Service(**{"name": "Larkfield sleep club", "live": False, **facts})
    draft.save()
    return draft


def a_service(**facts: Any) -> Service:
    """A published service, published as editors do it: through a version."""
    complete = {"provider": a_provider(), "summary": "A club about sleep."}
    draft = a_draft(**{**complete, **facts})
    draft.save_revision().publish()
    return Service.objects.get(pk=draft.pk)


def somebody_in(group: str, name: str = "") -> User:
    """An active account in one of the groups that `sync_groups` makes."""
    user = User.objects.create_user(name or f"one-of-{group.lower()}", "", PASSWORD)
    user.groups.add(Group.objects.get(name=group))
    return user


def signed_in(user: User) -> Client:
    """A browser in which this person has signed in."""
    client = Client()
    client.force_login(user)
    return client


def a_picture(title: str = "Sofa") -> Image:
    """A real picture, small."""
    content = BytesIO()
    PillowImage.new("RGB", (800, 600), "teal").save(content, "PNG")
    file = ImageFile(BytesIO(content.getvalue()), name=f"{title.lower()}.png")
    return Image.objects.create(title=title, file=file)


def words_on(page: bytes) -> str:
    """What stands on a page as people read it, without the meanings that only a press would show."""
    soup = BeautifulSoup(page, "html.parser")
    for meaning in soup.select(".lo-means"):
        meaning.extract()
    return " ".join(soup.get_text().split())
