"""Names of places that are also words of every day or names of people: they count only where a place is
plainly meant.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Read as places only after "in" or "near", written with a capital inside a sentence, or when nothing else was
# typed.
EVERYDAY_WORDS = frozenset(
    {
        "abbots",
        "archway",
        "barley",
        "greenfield",
        "greenhill",
        "harrow",
        "headstone",
        "how wood",
        "meriden",
        "mill end",
        "new greens",
        "newport",
        "oakwood",
        "park street",
        "ridge",
        "slough",
        "townsend",
        "wing",
        "woodside",
        "worlds end",
    }
)

# A capital says nothing here, and help may come "from" a person: only after "in" or "near", or alone.
NAMES_OF_PEOPLE = frozenset(
    {
        "brent",
        "clifton",
        "cunningham",
        "everton",
        "hayes",
        "haynes",
        "jordans",
        "langford",
        "lee",
        "orwell",
        "ricky",
        "sandy",
        "sutton",
    }
)

# "ware can i get help" asks where. Ware is too big a town to wait for an "in", so the words round it decide.
WHERE_FOLLOWS = _words(
    "am are can could did do does has have how i id im is shall should the there they to was we were will "
    "would you"
)
WHERE_COMES_AFTER = frozenset(["any", "every", "some", "no", "know"])

# "London Road" is in every town; "Cambridge University" and "Oxford Reading Tree" are not where a family lives.
NAMED_AFTER_A_PLACE = _words(
    "road rd street st lane ln avenue ave close drive way crescent gardens terrace hill row university diet reading owl"
)

BEFORE_A_PLACE = frozenset(["in", "near", "nr", "around", "round", "outside", "nearby"])
BEFORE_A_PLACE_OR_THING = BEFORE_A_PLACE | {"from", "at"}

# Dropped round the name when a box for places holds more than the name.
AROUND_A_NAME = _words(
    "in near nr around round by at from the to close area town village centre center city live lives "
    "living we i im herts hertfordshire england uk"
)

# Words of every day, and names of people, within a slip or two of a town's name: never taken for a
# misspelling of it.
NOT_MISSPELT = _words(
    "bragging branching brushing bushed bushel bushes bushy chestnut crowley decorum farmstead hallow "
    "hayfield hayfields hitching marinate milled nashville newsreels patton piston piton puckering "
    "sambo shelley shelling steerage stanford thing things tiring trina trying turing tying walker "
    "walkers walton wanton watson weathers westerns"
)
