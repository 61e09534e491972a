"""Marks the services to which a family is sent when it needs a person to ask, unless an editor has chosen."""

from django.db import transaction

from home.starting.memory import remember, remembered
from home.starting.tally import Tally
from local_offer.core.merge import merge
from local_offer.directory.importing.values import services_of_source
from local_offer.directory.models import Service

MEMORY = "someone-to-ask"
NOTHING_YET = {"words": ""}


def mark_people_to_ask(words: dict[str, str], source: str) -> Tally:
    """Give each service its words, by its number in the table; an editor's words, or their absence, stay."""
    tally, memory = Tally("People to ask"), remembered(MEMORY)
    services = {service.ref: service for service in services_of_source(source, words)}
    for ref, said in words.items():
        service = services.get(ref)
        if service is None or memory.get(ref) == {"words": said}:
            tally.unchanged += 1
        elif service.has_unpublished_changes or not service.live:
            tally.unchanged += 1
            tally.kept.append(f"{service.name}: it is a draft or was taken off, so nothing is written.")
        else:
            _mark(service, ref, said, memory.get(ref, NOTHING_YET), tally)
    return tally


def _mark(service: Service, ref: str, said: str, before: dict[str, str], tally: Tally) -> None:
    merged = merge(before, {"words": service.someone_to_ask}, {"words": said})
    with transaction.atomic():
        if merged.take:
            service.someone_to_ask = said
            service.save_revision(log_action=True).publish()
        remember(MEMORY, {ref: {"words": said}})
    tally.new += bool(merged.take)
    tally.unchanged += not merged.take
    if merged.kept:
        tally.kept.append(f"{service.name}: an editor changed whom to ask; the editor's words stay.")
