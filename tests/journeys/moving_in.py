"""What a new site still needs before the tests visit it: its address, an editor, a service that was retired.

`visiting.py` runs this in the shell of the served site, with that site's own settings.
"""

from django.contrib.auth.models import Group, User

from home.starting.front_page import set_address
from local_offer.directory.choices import Diagnosis, Referral
from local_offer.directory.models import Provider, Service
from local_offer.taxonomy.models import Need

EDITOR, PASSWORD = "editor", "a long password for tests"
CLOSED_NAME, CLOSED_SLUG = "Saturday drawing club", "saturday-drawing-club"
CLOSED_REASON = "It closed in May 2026."


def move_in() -> None:
    """All of it."""
    set_address()
    welcome_an_editor()
    retire_a_service()


def welcome_an_editor() -> None:
    """Somebody with the rights of an editor, and no more."""
    User.objects.create_user(EDITOR, password=PASSWORD).groups.add(Group.objects.get(name="Editors"))


def retire_a_service() -> None:
    """One that was public, and is no longer."""
    service = Service(
        name=CLOSED_NAME,
        slug=CLOSED_SLUG,
        summary="Children draw together on Saturday mornings.",
        provider=Provider.objects.first(),
        diagnosis=Diagnosis.NOT_NEEDED,
        referral=[Referral.PARENT],
        needs=[Need.objects.get(slug="sleep")],
    )
    service.save()
    service.save_revision().publish()
    service.refresh_from_db()
    service.retire(CLOSED_REASON)
