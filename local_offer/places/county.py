"""Facts about how the county's areas lie over one another, which no table gives in a form that a program can
read.

The districts' borders are official and exact. Where a DSPL area ends inside a district is not: no official
line was found, so what is drawn inside a district is a guess from the wording of the county's list of May
2019.
"""

# Which DSPL areas reach into each district, the larger part first. The list puts Bushey and Radlett in DSPL 9
# though they lie in Hertsmere, the villages south of Hatfield in DSPL 6, and Kings Langley, partly in Three
# Rivers, in DSPL 8.
DSPLS_OF_DISTRICT: dict[str, tuple[str, ...]] = {
    "district:broxbourne": ("dspl-4",),
    "district:dacorum": ("dspl-8",),
    "district:east-hertfordshire": ("dspl-3",),
    "district:hertsmere": ("dspl-6", "dspl-9"),
    "district:north-hertfordshire": ("dspl-1",),
    "district:st-albans": ("dspl-7",),
    "district:stevenage": ("dspl-2",),
    "district:three-rivers": ("dspl-9", "dspl-8"),
    "district:watford": ("dspl-9",),
    "district:welwyn-hatfield": ("dspl-5", "dspl-6"),
}

EAST_AND_NORTH = "nhs:east-and-north"
SOUTH_AND_WEST = "nhs:south-and-west"

# The NHS goes by GP practice or home address; the halves are thought to follow the districts, Royston with
# some doubt.
NHS_HALF_OF_DISTRICT: dict[str, str] = {
    "district:broxbourne": EAST_AND_NORTH,
    "district:dacorum": SOUTH_AND_WEST,
    "district:east-hertfordshire": EAST_AND_NORTH,
    "district:hertsmere": SOUTH_AND_WEST,
    "district:north-hertfordshire": EAST_AND_NORTH,
    "district:st-albans": SOUTH_AND_WEST,
    "district:stevenage": EAST_AND_NORTH,
    "district:three-rivers": SOUTH_AND_WEST,
    "district:watford": SOUTH_AND_WEST,
    "district:welwyn-hatfield": EAST_AND_NORTH,
}

# What people call areas, beside the names that the tables give.
AREA_NICKNAMES: dict[str, str] = {
    "west herts": SOUTH_AND_WEST,
    "west hertfordshire": SOUTH_AND_WEST,
    "south west herts": SOUTH_AND_WEST,
    "south west hertfordshire": SOUTH_AND_WEST,
    "herts": "county",
    "hertfordshire": "county",
    "all of hertfordshire": "county",
    "all of herts": "county",
    "hertfordshire county": "county",
    "county of hertfordshire": "county",
}


def districts_of_dspl(dspl: str) -> tuple[str, ...]:
    """The districts that a DSPL area reaches into."""
    return tuple(district for district, dspls in DSPLS_OF_DISTRICT.items() if dspl in dspls)
