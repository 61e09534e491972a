"""What searches did not find, as numbers. No row of these tables is about anybody, and none holds what was typed."""

from django.db import models

NONE, FEW = "none", "few"
NOT_SAID, OUTSIDE = "", "outside"
AGE_BANDS = {
    "0-4": (0, 4),
    "5-10": (5, 10),
    "11-15": (11, 15),
    "16-18": (16, 18),
    "19-25": (19, 25),
}


class UnmetCount(models.Model):
    """How many searches of one day about one topic, age band and area found nothing, or only a few services.

    `topic` is the slug of a need, `area` the code of a DSPL area or "outside"; empty means that none was said.
    """

    day = models.DateField()
    topic = models.CharField(max_length=80, blank=True)
    age_band = models.CharField(max_length=5, blank=True)
    area = models.CharField(max_length=10, blank=True)
    found = models.CharField(max_length=4, choices=[(NONE, "Nothing"), (FEW, "One to three")])
    searches = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["day", "topic", "age_band", "area", "found"],
                name="one_count_of_each_unmet_need_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.topic or 'topic not understood'}, {self.age_band}, {self.area}: {self.searches}"


class SearchTotal(models.Model):
    """How many searches there were on one day, and how many of them found nothing, or only a few services."""

    day = models.DateField(unique=True)
    searches = models.PositiveIntegerField(default=0)
    found_none = models.PositiveIntegerField(default=0)
    found_few = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.day}: {self.searches}"


class UnknownWord(models.Model):
    """A single word that nothing here knows, under a keyed hash.

    `word` stays empty until a search of the fifth different day brings the word again. `withheld` means that it came
    with a capital, as names do: it is never shown. The hash is the key of the row, so that no number tells which
    words were written one after the other.
    """

    mark = models.CharField(max_length=64, primary_key=True)
    first_day = models.DateField()
    last_day = models.DateField()
    days = models.PositiveSmallIntegerField(default=1)
    word = models.CharField(max_length=24, blank=True)
    withheld = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.word or "a word that is not readable yet"
