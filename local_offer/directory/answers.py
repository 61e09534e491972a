"""The nine questions a parent asks of a service, each with an answer, or "not known: ask" and whom."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_offer.directory import words
from local_offer.directory.choices import Cost, Delivery, Diagnosis, Referral, Status

if TYPE_CHECKING:
    from local_offer.directory.models import Service

NOT_KNOWN = "Not known: ask them before you go."


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere."""

    label: str
    url: str


@dataclass(frozen=True)
class Answer:
    """One question, its answer in short paragraphs, and whether anything is known."""

    id: str
    question: str
    paragraphs: tuple[str, ...]
    links: tuple[Link, ...] = ()
    known: bool = True


def answers(service: "Service", report_url: str) -> list[Answer]:
    """All nine, in the order in which a parent asks."""
    made = [question(service) for question in QUESTIONS]
    wrong = Answer(
        "wrong",
        "Is something wrong?",
        ("Tell us, and we will look into it. You need not say who you are.",),
        (Link("Tell us if something is wrong", report_url),),
    )
    return [*made, wrong]


def _answer(id: str, question: str, *lines: str, links: tuple[Link, ...] = ()) -> Answer:
    told = tuple(line for line in lines if line)
    return Answer(id, question, told or (NOT_KNOWN,), links, known=bool(told))


def what(service: "Service") -> Answer:
    """What is it?"""
    text = service.description or service.summary
    return _answer("what", "What is it?", *(part.strip() for part in text.splitlines()))


def for_us(service: "Service") -> Answer:
    """Is it for us?"""
    whom = words.audience_words(service.audience) if service.audience else ""
    ages = words.ages(service.min_age, service.max_age)
    first = f"{whom}. {ages}." if whom else f"{ages}."
    return _answer("for-us", "Is it for us?", first, service.eligibility)


def diagnosis(service: "Service") -> Answer:
    """Do we need a diagnosis?"""
    said = {
        Diagnosis.NOT_NEEDED: "No. You do not need a diagnosis.",
        Diagnosis.SUSPECTED_OK: "No. You are welcome if you are wondering or waiting.",
        Diagnosis.ON_PATHWAY: "It is for families who are waiting for, or having, an assessment.",
        Diagnosis.NEEDED: "Yes, this one asks for a diagnosis. Much other help does not.",
    }
    return _answer("diagnosis", "Do we need a diagnosis?", said.get(Diagnosis(service.diagnosis), ""))


def how_to_get_it(service: "Service") -> Answer:
    """How do we get it?"""
    routes = [Referral(route).label for route in service.referral if route != Referral.UNKNOWN]
    waiting = service.waiting_note and f"Waiting: {service.waiting_note}"
    if waiting and service.waiting_seen:
        waiting += f" (as of {words.day(service.waiting_seen)})"
    status = {
        Status.PAUSED: "It is paused for now: ask when it opens again.",
        Status.FULL: "It is full at the moment: ask about the waiting list.",
        Status.CLOSED: "It is closed.",
        Status.UNKNOWN: "We do not know if it is open now: ask first.",
    }.get(Status(service.status), "")
    decided = service.how_decided and f"How it is decided: {service.how_decided}"
    complain = service.how_to_complain or (service.provider.how_to_complain if service.provider else "")
    complaint = complain and f"If you are not happy: {complain}"
    told = [
        ". ".join(routes) + "." if routes else "How to ask is not known: ask them.",
        status,
        decided,
        waiting,
        complaint,
    ]
    return Answer("get-it", "How do we get it?", tuple(line for line in told if line), known=bool(routes))


def cost(service: "Service") -> Answer:
    """What does it cost?"""
    known = service.cost != Cost.UNKNOWN
    said = {Cost.FREE: "It is free.", Cost.LOW: "It costs a little.", Cost.PAID: "You pay for it."}
    label = said.get(Cost(service.cost), Cost(service.cost).label + ".") if known else ""
    return _answer("cost", "What does it cost?", label, service.cost_note)


def where_and_when(service: "Service") -> Answer:
    """Where and when?"""
    ways = [Delivery(way).label for way in service.delivery if way != Delivery.UNKNOWN]
    lines = [
        ". ".join(ways) + "." if ways else "",
        f"It serves {_listed([str(area) for area in service.coverage.all()])}."
        if service.coverage.all()
        else "",
        *(f"It meets at {venue}. {venue.access}".strip() for venue in service.venues.all()),
        service.languages and f"Languages: {service.languages}.",
    ]
    known = any(lines)
    when = service.when or "Days and times are not known: ask them."
    return Answer("where", "Where and when?", (*(line for line in lines if line), when), known=known)


def not_for_us(service: "Service") -> Answer:
    """What if it is not for us?"""
    lines = [
        f"It is not for: {service.not_for}" if service.not_for else "",
        f"Try instead: {service.try_instead}" if service.try_instead else "",
    ]
    told = [line for line in lines if line] or [
        "Your local SEND team (DSPL) can tell you what else there is."
    ]
    return Answer("not-for-us", "What if it is not for us?", tuple(told), known=bool(any(lines)))


def when_checked(service: "Service") -> Answer:
    """When was this checked?"""
    if service.last_checked:
        return _answer(
            "checked", "When was this checked?", f"{words.checked(service)} with the people who run it."
        )
    when = words.seen(service.source_seen)
    seen = f"Last seen in public in {when}." if when else "We do not know how old this is."
    seen += " Nobody has checked it with them yet: ask first."
    where = (Link("Where we read it", service.source_url),) if service.source_url else ()
    return Answer("checked", "When was this checked?", (seen,), where, known=False)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


QUESTIONS: tuple[Callable[["Service"], Answer], ...] = (
    what,
    for_us,
    diagnosis,
    how_to_get_it,
    cost,
    where_and_when,
    not_for_us,
    when_checked,
)
