"""The report: what families did not find beside what there is, for those who keep the words, and nobody else."""

from collections import Counter
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from local_offer.places.locate import locate
from local_offer.taxonomy.models import Need, Spelling
from search.engines.chosen import engine
from search.query import ServiceQuery
from search.unmet.gaps import Gap
from search.unmet.report import rows_since, services_for
from search.unmet.tally import Counts, Words
from search.unmet.writing import write_counts, write_words
from search.unmet_models import UnknownWord
from search.vocabulary import forget_vocabulary
from tests.directory.made import signed_in, somebody_in

pytestmark = pytest.mark.usefixtures("counting")
SLEEP = Gap("sleep", "0-4", "dspl-1")


@pytest.fixture
def editor(site: None) -> Client:
    return signed_in(somebody_in("Editors"))


def missed(gap: Gap, none: int, days_ago: int = 0) -> None:
    day = timezone.localdate() - timedelta(days=days_ago)
    write_counts(Counts(Counter({(day, "none", gap): none}), Counter({(day, "none"): none})))


def readable(word: str) -> None:
    for days_ago in (5, 4, 3, 2, 1):
        write_words(Words({(timezone.localdate() - timedelta(days=days_ago), word)}))


def test_each_need_stands_beside_what_there_is(editor: Client) -> None:
    missed(SLEEP, 7)
    missed(Gap(area="outside"), 2)
    page = editor.get(reverse("not-found"))
    row, outside = page.context["rows"]
    assert (row.topic, row.ages, row.area[:7], row.none, row.few) == ("Sleep", "0 to 4", "DSPL 1:", 7, 0)
    assert (outside.topic, outside.area, outside.services) == (
        "Topic not understood",
        "Outside Hertfordshire",
        None,
    )
    assert "Sleep" in page.content.decode()


def test_services_there_are_those_that_a_family_finds() -> None:
    here = services_for("sleep", "0-4", "dspl-1")
    assert (
        here
        == engine().search(ServiceQuery(need=("sleep",), age=(0, 1, 2, 3, 4), place=locate("DSPL 1"))).total
    )
    topics = Need.objects.filter(parent=None).values_list("slug", flat=True)
    local, countywide = (
        sum(services_for(topic, "", area) or 0 for topic in topics) for area in ("dspl-1", "")
    )
    assert 0 < local < countywide


def test_only_the_chosen_time_is_counted(editor: Client) -> None:
    missed(SLEEP, 1, days_ago=3)
    missed(SLEEP, 10, days_ago=60)
    counted = {
        period: editor.get(reverse("not-found"), {"period": period}).context["rows"][0].none
        for period in ("30", "90", "all", "nonsense")
    }
    assert counted == {"30": 1, "90": 11, "all": 11, "nonsense": 1}


def test_the_spreadsheet_holds_every_row(editor: Client) -> None:
    missed(SLEEP, 7)
    file = editor.get(reverse("not-found-csv"))
    assert file["Content-Type"].startswith("text/csv")
    assert "Sleep,0 to 4,DSPL 1" in file.content.decode("utf-8-sig")


@pytest.mark.parametrize("label", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", " =1", "\t=1"])
def test_no_topic_becomes_a_formula(editor: Client, label: str) -> None:
    Need.objects.filter(slug="sleep").update(label=label)
    missed(SLEEP, 1)
    line = editor.get(reverse("not-found-csv")).content.decode("utf-8-sig").splitlines()[1]
    assert line.startswith(("'", "\"'"))


def test_a_word_of_five_days_can_be_added_from_the_report(editor: Client) -> None:
    readable("zorbulism")
    page = editor.get(reverse("not-found"))
    (word,) = page.context["words"]
    assert (word["word"], word["days"]) == ("zorbulism", 5)
    for link in (word["phrase_url"], word["spelling_url"]):
        assert "zorbulism" in link
        assert editor.get(link).status_code == 200


def test_a_word_that_is_known_by_now_is_not_listed(editor: Client) -> None:
    readable("zorbulism")
    Spelling.objects.create(wrong="zorbulism", right="sleep")
    forget_vocabulary()
    assert editor.get(reverse("not-found")).context["words"] == []
    forget_vocabulary()


def test_an_editor_hides_what_may_be_a_name(editor: Client) -> None:
    readable("zorbulina")
    editor.post(reverse("not-found-hide"), {"mark": UnknownWord.objects.get().mark})
    assert editor.get(reverse("not-found")).context["words"] == []
    readable("zorbulina")
    assert UnknownWord.objects.get().word == ""


def test_a_look_hides_nothing(editor: Client) -> None:
    readable("zorbulina")
    assert editor.get(reverse("not-found-hide"), {"mark": UnknownWord.objects.get().mark}).status_code == 405
    assert UnknownWord.objects.get().word == "zorbulina"


@pytest.mark.parametrize("name", ["not-found", "not-found-csv"])
def test_only_those_who_keep_the_words_see_it(site: None, name: str) -> None:
    missed(SLEEP, 7)
    assert signed_in(somebody_in("Authors")).get(reverse(name)).status_code == 302
    assert Client().get(reverse(name)).status_code == 302


def test_the_report_stands_among_the_reports_of_the_menu(editor: Client) -> None:
    assert reverse("not-found") in editor.get(reverse("wagtailadmin_home")).content.decode()


def test_rows_with_most_searches_come_first() -> None:
    missed(Gap("sleep"), 1)
    missed(Gap("autism"), 5)
    assert [row.none for row in rows_since(timezone.localdate())] == [5, 1]
