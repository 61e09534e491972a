"""The tables of places, which editors may correct: areas that services serve, names, postcodes, and the
councils around.
"""

import re
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from local_offer.core.whole import Whole
from local_offer.places.area_codes import CODE_PATTERN, KINDS_NARROW_TO_WIDE, kind_of


class Dated(Whole):
    """When a row last changed: the gazetteer in memory is drawn up again when the newest is newer."""

    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True


class Area(Dated):
    """An area that a service may say it serves. The code stands in imported files and does not change."""

    KINDS: ClassVar = [
        ("county", "the county"),
        ("dspl", "DSPL area"),
        ("district", "district"),
        ("nhs", "NHS half of the county"),
        ("town", "town or village"),
        ("national", "the country"),
    ]

    code = models.CharField(
        max_length=80, unique=True, help_text='Used in imported files: "dspl-1", "town:Hitchin".'
    )
    kind = models.CharField(max_length=10, choices=KINDS)
    number = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Of a DSPL area.")
    name = models.CharField(max_length=120)
    places_covered = models.TextField(blank=True, help_text='Towns and villages, separated by "; ".')
    website = models.URLField(max_length=300, blank=True)
    lead_school = models.CharField(max_length=120, blank=True)
    notes = models.TextField(blank=True, help_text="For editors. Never public.")
    source_url = models.URLField("where this was read", max_length=500, blank=True)
    ons_code = models.CharField("code of the district in postcode tables", max_length=12, blank=True)
    lat = models.FloatField("latitude of the centre", null=True, blank=True, help_text="Of a town.")
    lon = models.FloatField("longitude of the centre", null=True, blank=True, help_text="Of a town.")

    class Meta:
        ordering: ClassVar = ["kind", "number", "name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(kind__in=KINDS_NARROW_TO_WIDE), name="area_kind_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(code__regex=CODE_PATTERN), name="area_code_is_written_right"
            ),
        ]

    def __str__(self) -> str:
        return {
            "county": "all of Hertfordshire",
            "national": "anywhere in the country",
            "dspl": f"{self.name} (DSPL {self.number})",
            "district": f"{self.name} district",
        }.get(self.kind, self.name)

    def clean(self) -> None:
        """A form says at once what the database would refuse, and that the code and the kind must agree."""
        super().clean()
        if not re.fullmatch(CODE_PATTERN, self.code) or kind_of(self.code) != self.kind:
            raise ValidationError({"code": 'Write it like the others of its kind: "dspl-1", "town:Hitchin".'})


class PlaceName(Dated):
    """A town or village, in the county or near it."""

    name = models.CharField(max_length=80, unique=True)
    lat = models.FloatField("latitude")
    lon = models.FloatField("longitude")
    district = models.CharField(max_length=80, blank=True, help_text="Empty outside the county.")
    dspl = models.CharField("DSPL area, if certain", max_length=10, blank=True)
    dspl_approx = models.CharField("DSPL area, best guess", max_length=10, blank=True)
    population = models.PositiveIntegerField(null=True, blank=True)
    aliases = models.TextField(
        "also called", blank=True, help_text='Other names and nicknames, separated by "; ".'
    )
    geonameid = models.CharField("number at GeoNames", max_length=12, blank=True)

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Outcode(Dated):
    """A postcode district ("AL1"), its centre, and the centre of its part in the county."""

    outcode = models.CharField(max_length=4, unique=True)
    lat = models.FloatField("latitude")
    lon = models.FloatField("longitude")
    postcodes = models.PositiveIntegerField()
    in_herts = models.PositiveIntegerField("postcodes in the county")
    herts_share = models.FloatField("share in the county, 0 to 1")
    herts_lat = models.FloatField(null=True, blank=True)
    herts_lon = models.FloatField(null=True, blank=True)
    districts = models.TextField(blank=True, help_text='"name:postcodes", separated by "|".')

    class Meta:
        ordering: ClassVar = ["outcode"]

    def __str__(self) -> str:
        return self.outcode


class Sector(Dated):
    """A postcode sector ("AL1 3"), and how many of its postcodes lie in which area."""

    sector = models.CharField(max_length=6, unique=True)
    lat = models.FloatField("latitude")
    lon = models.FloatField("longitude")
    postcodes = models.PositiveIntegerField()
    in_herts = models.PositiveIntegerField("postcodes in the county")
    district = models.CharField(max_length=80, blank=True)
    dspl_approx = models.PositiveSmallIntegerField("DSPL area with most of it", null=True, blank=True)
    dspl_counts = models.TextField(blank=True, help_text='"number:postcodes", separated by "; ", most first.')
    district_counts = models.TextField(
        blank=True, help_text='"name:postcodes", separated by "; ", most first.'
    )

    class Meta:
        ordering: ClassVar = ["sector"]

    def __str__(self) -> str:
        return self.sector


class PostcodePoint(models.Model):
    """One whole postcode: open data, loaded by `load_postcodes`, never what a family typed."""

    unit = models.CharField("postcode", max_length=8, primary_key=True)
    lat = models.FloatField("latitude")
    lon = models.FloatField("longitude")
    district_code = models.CharField(max_length=12)
    dspl_approx = models.PositiveSmallIntegerField(null=True, blank=True)
    in_herts = models.BooleanField()

    def __str__(self) -> str:
        return self.unit


class Neighbour(Dated):
    """A district beside the county, and the council whose Local Offer serves its families."""

    district_code = models.CharField(max_length=12, unique=True)
    district = models.CharField(max_length=80)
    authority = models.CharField("council", max_length=120)
    website = models.URLField(max_length=300, blank=True)
    confidence = models.CharField(max_length=1, blank=True)

    class Meta:
        ordering: ClassVar = ["district"]

    def __str__(self) -> str:
        return f"{self.district} ({self.authority})"
