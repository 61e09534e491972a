"""Who may do what: one table to read, and one command (`sync_groups`) that makes it so."""

from dataclasses import dataclass

DIRECTORY = ("directory.service", "directory.provider", "directory.venue", "directory.contact")
WORDS = (
    "taxonomy.phrase",
    "taxonomy.everydaysentence",
    "taxonomy.spelling",
    "taxonomy.urgentphrase",
    "taxonomy.concept",
    "taxonomy.relatedneed",
    "search.savedsearch",
    "search.pinnedanswer",
    "hub.glossaryterm",
    "hub.figureseries",
    "hub.outcomeneed",
)
LISTS = ("taxonomy.need", "taxonomy.servicekind", "taxonomy.outcome", "places.area", "directory.helpline")


@dataclass(frozen=True)
class GroupRights:
    """The rights of one group: on records by model, on pages below the front page, on pictures and documents."""

    name: str
    may: dict[str, tuple[str, ...]]
    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


WRITE = ("add", "change", "view")
PUBLISH = (*WRITE, "publish", "lock", "unlock")
ALL = (*PUBLISH, "delete")
GROUPS = (
    # Charities and area teams: write entries and pages, and submit them.
    GroupRights(
        "Authors",
        {**dict.fromkeys(DIRECTORY, WRITE), "feedback.report": ("view",)},
        pages=("add", "change"),
        files=("add", "choose"),
    ),
    # Council and NHS editors: publish, retire, keep the words of the search, deal with reports.
    GroupRights(
        "Editors",
        {
            **dict.fromkeys(DIRECTORY, ALL),
            **dict.fromkeys((*WORDS, *LISTS), (*WRITE, "delete")),
            "feedback.report": ("view", "change", "delete"),
            "core.sitedetails": ("change",),
        },
        pages=("add", "change", "publish", "lock", "unlock"),
        files=("add", "change", "choose"),
    ),
)
# What authors submit waits for one of these, pages and records alike.
CHECKED_BY = "Editors"
CHECKED = ("directory.service",)
# Wagtail's own group and the road that leads to it would be a second way to say the same.
REPLACED = ("Moderators",)
REPLACED_ROADS = ("Moderators approval",)
