"""What to do now: every service page ends with one thing to press, and somebody else to ask.

Most services publish no number of their own. So the next step is the service's own contact, else its provider's, else
its page, else the way in through a school or doctor; and below it always stand people who answer anybody.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from local_offer.core.keys import page_url
from local_offer.core.phone import phone_href
from local_offer.core.site import site_details
from local_offer.directory.answers import Link
from local_offer.directory.choices import Referral
from local_offer.directory.publicity import public_services

if TYPE_CHECKING:
    from local_offer.directory.models import Contact, Service

ROUTE_WORDS = {
    Referral.SCHOOL: "Ask your child's nursery, school or college (the SENCO) to put you in touch.",
    Referral.GP: "Ask your GP to refer you. Say what you see at home, in your own words.",
    Referral.HEALTH_VISITOR: "Ask your health visitor to refer you.",
    Referral.SOCIAL_CARE: "Ask your social worker, or the council's social care team.",
    Referral.PROFESSIONAL: "Ask a professional who knows your child (school, GP, health visitor) to refer you.",
}
NO_WAY_YET = (
    "You can ask yourself, but we have found no number or address yet. "
    "Ask your school or your local SEND team to put you in touch."
)


@dataclass(frozen=True)
class NextStep:
    """One thing to do, with the number large."""

    words: str
    heading: str = "What to do now"
    phone: str = ""
    phone_href: str = ""
    text_number: str = ""
    email: str = ""
    website: str = ""
    website_label: str = ""
    links: tuple[Link, ...] = ()

    @property
    def reaches_them(self) -> bool:
        """Whether there is something to ring, write to or open; else there are words alone."""
        return bool(self.phone or self.text_number or self.email or self.website)


@dataclass(frozen=True)
class SomeoneToAsk:
    """A person or team that answers any family."""

    label: str
    words: str
    phone: str = ""
    phone_href: str = ""
    url: str = ""


def next_step(service: "Service") -> NextStep:
    """The first way in that is known, else who else may know; never empty."""
    step = way_in(service)
    return step if step.reaches_them else replace(step, links=finder_link())


def way_in(service: "Service") -> NextStep:
    """How to reach a service itself: its own contact, its provider's, a website, or the route in words alone."""
    own = list(service.contacts.all())
    if own:
        return _through(own[0], "Get in touch with them yourself." if _may_ask(service) else _route(service))
    provider = service.provider
    if provider and provider.contact:
        return _through(provider.contact, f"{_route(service)} This is the contact of {provider.name}.")
    website = service.website or (provider.website if provider else "")
    if website:
        return NextStep(
            _route(service), website=website, website_label=f"Website of {provider or service.name}"
        )
    return NextStep(NO_WAY_YET if _may_ask(service) else _route(service))


def _may_ask(service: "Service") -> bool:
    return bool({Referral.PARENT, Referral.YOUNG_PERSON} & set(service.referral))


def _route(service: "Service") -> str:
    """The way in, in words; asking is always allowed."""
    if _may_ask(service):
        return "Write to them or look for the next date. You can ask yourself."
    for route, words in ROUTE_WORDS.items():
        if route in service.referral:
            return words
    return "How to ask is not known. Ask them, or one of the people below."


def _through(contact: "Contact", words: str) -> NextStep:
    return NextStep(
        words,
        phone=contact.phone,
        phone_href=contact.phone_href,
        text_number=contact.text_number,
        email=contact.email,
        website=contact.website,
        website_label=f"Website of {contact.name}" if contact.website else "",
    )


def finder_link() -> tuple[Link, ...]:
    """The page that says which local team is yours."""
    url = page_url("dspl:finder")
    return (Link("Find your local SEND team (DSPL)", url),) if url else ()


def people_to_ask() -> list[SomeoneToAsk]:
    """Who answers any family, whatever it asks: the local team, the services marked for it, the council's own line."""
    people = [
        SomeoneToAsk(link.label, "They know what there is near you.", url=link.url) for link in finder_link()
    ]
    chosen = public_services().filter(someone_to_ask__gt="", coverage__code="county")
    for service in chosen.prefetch_related("contacts").distinct():
        contact = next((one for one in service.contacts.all() if one.phone), None)
        phone = contact.phone if contact else ""
        people.append(
            SomeoneToAsk(
                service.name, service.someone_to_ask, phone, phone_href(phone), service.get_absolute_url()
            )
        )
    details = site_details()
    if details.council_phone:
        people.append(
            SomeoneToAsk(
                details.council_name,
                "Anybody can ring.",
                details.council_phone,
                phone_href(details.council_phone),
            )
        )
    return people


def someone_to_ring() -> SomeoneToAsk | None:
    """The first of the people to ask who has a number; None on a site that knows no number at all."""
    return next((one for one in people_to_ask() if one.phone), None)
