"""The road from the starting files to a site that families can use, part by part, each said in a line."""

from collections.abc import Callable, Iterable
from pathlib import Path

from tqdm import tqdm

from home.starting.checking import problems
from home.starting.front_page import note_contact, set_address
from home.starting.pages import load_pages
from home.starting.people import mark_people_to_ask
from home.starting.reading import SERVICES, StartingData, StartingFilesWrong, read_starting_data
from home.starting.table_loading import load_table
from home.starting.tally import Tally
from local_offer.directory.importing.applying import apply_file, make_plan
from local_offer.directory.importing.planning import Plan
from local_offer.places.current import forget_gazetteer
from local_offer.places.tables import STARTING_DATA

SOURCE = "hertfordshire"
Say = Callable[[str], None]


def checked_data(folder: Path = STARTING_DATA) -> StartingData:
    """What the files say, if they can be loaded, without asking the database.

    `StartingFilesWrong` holds every problem that was found.
    """
    data = read_starting_data(folder)
    if found := problems(data):
        raise StartingFilesWrong(found)
    return data


def load(data: StartingData, say: Say) -> None:
    """Bring everything in. Run it again at any time: what has not changed is not written."""
    for table, rows in data.tables:
        _tell(load_table(table, rows), say)
    forget_gazetteer()
    _tell(load_services(data), say)
    _tell(mark_people_to_ask(data.people, SOURCE), say)
    _tell(load_pages([data.home, *data.pages], data.menus, _refs(data), SOURCE), say)
    if set_address():
        say("Site address: set to that of SITE_URL")
    if note_contact(data.contact):
        say("Contact of the council: noted")


def load_services(data: StartingData) -> Tally:
    """Services take the road of any list that is imported; where nothing differs, nothing is written."""
    path = data.folder / SERVICES
    plan = make_plan(path, SOURCE)
    if plan.new or plan.changed or plan.kept or plan.gone:
        plan = _apply_with_bar(path, len(data.services))
    if plan.wrong:
        raise StartingFilesWrong([f"{SERVICES}: {problem}" for problem in plan.wrong])
    gone = [f"{name}: it is in the file no more. It is put on the list for review." for name in plan.gone]
    return Tally("Services", plan.new, plan.changed, plan.unchanged, [*plan.kept, *gone])


def _apply_with_bar(path: Path, rows: int) -> Plan:
    with tqdm(total=rows, desc="Services", unit=" services", disable=None, leave=False) as bar:

        def show(done: int) -> None:
            bar.update(done - bar.n)

        return apply_file(path, SOURCE, publish=True, progress=show)


def _refs(data: StartingData) -> Iterable[str]:
    return [cells["ref"] for _, cells in data.services]


def _tell(tally: Tally, say: Say) -> None:
    say(str(tally))
    for line in tally.kept:
        say(f"  {line}")
