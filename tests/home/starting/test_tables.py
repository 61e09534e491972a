"""Tables may be loaded again at any time: a file's change arrives, and an editor's change stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from home.starting.table_loading import RowsNameNobody, load_table, plan_table
from home.starting.tables import TABLES
from local_offer.directory.models import Helpline
from local_offer.places.models import PlaceName, Sector
from local_offer.taxonomy.models import Need


def table(label):
    return next(one for one in TABLES if one.label == label)


@pytest.fixture
def rows(starting):
    """The rows of a table, as a file would have them with these changes to one of them."""

    def changed(label, key, /, **values):
        found = next(rows for one, rows in starting.tables if one.label == label)
        name = table(label).key
        assert any(row[name] == key for row in found)
        return [{**row, **values} if row[name] == key else dict(row) for row in found]

    return changed


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("label", [one.label for one in TABLES])
def test_a_new_site_holds_every_row(label, starting):
    found = next(rows for one, rows in starting.tables if one.label == label)
    key = table(label).key
    assert {row[key] for row in found} == set(table(label).model.objects.values_list(key, flat=True))


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("label", [one.label for one in TABLES])
def test_a_table_that_says_what_it_said_is_not_written(label, starting, django_assert_max_num_queries):
    found = next(rows for one, rows in starting.tables if one.label == label)
    with django_assert_max_num_queries(6) as queries:
        outcome = load_table(table(label), found)
    assert (outcome.new, outcome.changed, outcome.kept) == (0, 0, [])
    assert not [one["sql"] for one in queries if one["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


@pytest.mark.usefixtures("site")
def test_an_alias_that_an_editor_added_stays_while_the_file_changes_the_rest(rows):
    PlaceName.objects.filter(name="Berkhamsted").update(aliases="Berko; The Hamsted")
    load_table(table("Place names"), rows("Place names", "Berkhamsted", population=12345))
    place = PlaceName.objects.get(name="Berkhamsted")
    assert (place.aliases, place.population) == ("Berko; The Hamsted", 12345)


@pytest.mark.usefixtures("site")
def test_where_file_and_editor_both_changed_the_editor_wins_and_it_is_said_once(rows):
    PlaceName.objects.filter(name="Berkhamsted").update(aliases="The Hamsted")
    changed = rows("Place names", "Berkhamsted", aliases="Berkers")
    said = load_table(table("Place names"), changed).kept
    assert said == ["Berkhamsted: an editor changed aliases; the editor's words stay."]
    assert load_table(table("Place names"), changed).kept == []
    assert PlaceName.objects.get(name="Berkhamsted").aliases == "The Hamsted"


@pytest.mark.usefixtures("site")
def test_a_row_that_an_editor_took_away_does_not_come_back(rows):
    Helpline.objects.filter(name="ERIC").delete()
    outcome = load_table(table("Helplines"), rows("Helplines", "ERIC", topic="Toilet"))
    assert not Helpline.objects.filter(name="ERIC").exists()
    assert outcome.kept == ["ERIC: an editor took it away, so it stays away."]


@pytest.mark.usefixtures("site")
def test_a_row_that_the_file_has_no_more_is_left_as_it_is(rows):
    without = [row for row in rows("Postcode sectors", "AL1 3") if row["sector"] != "AL1 3"]
    load_table(table("Postcode sectors"), without)
    assert Sector.objects.filter(sector="AL1 3").exists()


@pytest.mark.usefixtures("site")
def test_the_needs_of_a_helpline_follow_the_file(rows):
    load_table(table("Helplines"), rows("Helplines", "ERIC", needs=["sleep", "toilet"]))
    assert {need.slug for need in Helpline.objects.get(name="ERIC").needs.all()} == {"sleep", "toilet"}


@pytest.mark.usefixtures("site")
def test_a_new_need_may_stand_above_its_topic_in_the_file(rows):
    found = rows("Needs", "sleep")
    child = {**found[0], "slug": "naps", "label": "Naps", "parent": "rest"}
    topic = {**found[0], "slug": "rest", "label": "Rest", "parent": None}
    assert load_table(table("Needs"), [child, topic, *found]).new == 2
    assert Need.objects.get(slug="naps").parent.slug == "rest"


@pytest.mark.usefixtures("site")
def test_a_need_below_a_topic_that_is_not_there_is_refused_whole(rows):
    found = rows("Needs", "sleep", label="Nights")
    lost = {**found[0], "slug": "naps", "parent": "nowhere"}
    with pytest.raises(RowsNameNobody, match="naps"):
        load_table(table("Needs"), [*found, lost])
    assert Need.objects.get(slug="sleep").label == "Sleep"


values = st.fixed_dictionaries({"label": st.sampled_from("AB"), "order": st.integers(0, 2)})
tables = st.dictionaries(st.sampled_from("wxyz"), values)


@given(tables, tables, st.sets(st.sampled_from("wxyz")), tables)
def test_after_any_load_the_next_finds_nothing_to_do(first, edited, deleted, second):
    """Whatever editors change between two loads, the second load is the last that writes or says anything."""
    database = {key: edited.get(key, value) for key, value in first.items() if key not in deleted}
    file = [{"slug": key, **value} for key, value in second.items()]
    memory = {key: {"slug": key, **value} for key, value in first.items()}
    plan = plan_table(file, "slug", memory, named(database))
    for row in plan.new:
        database[row["slug"]] = dict(row)
    for key, take in plan.changes.items():
        database[key] = {**database[key], **take}
    again = plan_table(file, "slug", {**memory, **plan.remember}, named(database))
    assert (again.new, again.changes, again.kept, again.remember) == ([], {}, [], {})


@given(tables, tables, tables)
def test_no_load_ever_writes_over_what_an_editor_changed(first, edited, second):
    database = named({key: edited.get(key, value) for key, value in first.items()})
    memory = named(first)
    plan = plan_table(list(named(second).values()), "slug", memory, database)
    for key, take in plan.changes.items():
        assert all(database[key][field] == memory[key][field] for field in take)


def named(rows):
    """Rows with their keys in them."""
    return {key: {"slug": key, **value} for key, value in rows.items()}
