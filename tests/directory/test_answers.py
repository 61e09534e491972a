"""A parent asks nine questions of a service; each is answered, or says that it is not known and whom to ask."""

from datetime import date

import pytest
from django.test import Client

from local_offer.directory.answers import NOT_KNOWN, answers
from local_offer.directory.choices import Cost, Diagnosis, Referral, Status
from local_offer.directory.models import Service
from tests.directory.made import a_service

pytestmark = pytest.mark.usefixtures("site")

QUESTIONS = [
    "What is it?",
    "Is it for us?",
    "Do we need a diagnosis?",
    "How do we get it?",
    "What does it cost?",
    "Where and when?",
    "What if it is not for us?",
    "When was this checked?",
    "Is something wrong?",
]


def said(service: Service, id: str) -> str:
    """One answer as families read it."""
    return " ".join(next(one for one in answers(service, "/wrong/") if one.id == id).paragraphs)


def test_every_service_answers_all_nine_questions_in_a_parents_order() -> None:
    services = Service.objects.filter(live=True).prefetch_related("coverage", "venues", "contacts")
    assert len(services) == 102
    for service in services:
        found = answers(service, "/wrong/")
        assert [one.question for one in found] == QUESTIONS, service
        assert all("".join(one.paragraphs).strip() for one in found), service


def test_what_is_not_known_says_so_and_whom_to_ask() -> None:
    for service in Service.objects.filter(live=True).prefetch_related("coverage", "venues", "contacts"):
        for answer in answers(service, "/wrong/"):
            text = " ".join(answer.paragraphs)
            assert answer.known or "ask" in text or "can tell you" in text, (service, answer)


def test_a_service_of_which_only_the_least_is_known_answers_too() -> None:
    found = {one.id: one for one in answers(a_service(), "/wrong/")}
    assert [id for id, one in found.items() if not one.known] == [
        "diagnosis",
        "get-it",
        "cost",
        "where",
        "not-for-us",
        "checked",
    ]
    assert found["diagnosis"].paragraphs == (NOT_KNOWN,)


@pytest.mark.parametrize("diagnosis", Diagnosis.values)
def test_whether_a_diagnosis_is_needed_is_said_in_one_sentence(diagnosis: str) -> None:
    text = said(Service(diagnosis=diagnosis), "diagnosis")
    begins = {
        "not_needed": "No.",
        "suspected_ok": "No.",
        "on_pathway": "It is for families who are",
        "needed": "Yes",
    }
    assert text.startswith(begins.get(diagnosis, NOT_KNOWN))


@pytest.mark.parametrize("cost", Cost.values)
def test_every_cost_has_words(cost: str) -> None:
    assert said(a_service(cost=cost), "cost").endswith((".", "before you go."))


def test_a_service_that_is_full_says_so_where_families_read_how_to_get_it() -> None:
    service = a_service(status=Status.FULL, referral=[Referral.GP, Referral.PARENT])
    text = said(service, "get-it")
    assert text.startswith("Parents can ask themselves. Through your GP.")
    assert "It is full at the moment: ask about the waiting list." in text


def test_a_waiting_time_has_its_date() -> None:
    service = a_service(waiting_note="About 6 weeks", waiting_seen=date(2026, 10, 3))
    assert "Waiting: About 6 weeks (as of 3 October 2026)" in said(service, "get-it")


def test_how_to_complain_falls_back_on_the_provider() -> None:
    service = a_service()
    assert service.provider is not None
    service.provider.how_to_complain = "Ring the manager."
    assert "If you are not happy: Ring the manager." in said(service, "get-it")


def test_a_checked_service_says_when() -> None:
    assert said(a_service(last_checked=date(2026, 11, 2)), "checked").startswith(
        "Checked 2 November 2026 with"
    )


def test_an_unchecked_service_says_where_it_was_read(client: Client) -> None:
    service = a_service(source_seen="2025-06", source_url="https://larkfield.example/sleep")
    assert "Last seen in public in June 2025." in said(service, "checked")
    assert "https://larkfield.example/sleep" in client.get(service.get_absolute_url()).content.decode()


def test_the_page_shows_every_question_and_what_was_typed_as_words(client: Client) -> None:
    service = a_service(description="Bring <b>a toy</b>.")
    page = client.get(service.get_absolute_url()).content.decode()
    assert all(question in page for question in QUESTIONS)
    assert "Bring &lt;b&gt;a toy&lt;/b&gt;." in page
