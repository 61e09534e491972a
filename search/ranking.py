"""What comes first, in numbers, each with its reason. Engines blend; nothing else decides an order.

Scores are sums: every part is between 0 and 1 times its weight, so a weight says what a part is worth beside the
others. Text scores of different engines are made comparable by s / (s + TEXT_HALF).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Weights:
    """The numbers of the order: round ones, of which `python -m tests.quality --tune` moves few.

    What is finer fits a hundred judged searches better and all others worse: it breaks when a number is shaken.
    """

    # A text score that is worth half of the most: about one rare word in a name.
    text_half: float = 10.0
    # The words themselves: they decide when nothing else is understood.
    text: float = 0.75
    # All of the words, where there are several: a form or a scheme by its name.
    all_words: float = 0.3
    # A service for exactly this need.
    need: float = 1.0
    # A service for the whole topic that the need belongs to: it will help, after one made for it.
    wide_need: float = 0.5
    # The share of all the needs that a service meets, beside its best one.
    need_mean: float = 0.5
    # How much a need that few services meet tells more than one that many meet; 0 is not at all.
    rare: float = 0.5
    # The share of what a service does that was asked for: a specialised one before a general one, for its own need.
    special: float = 0.5
    # Doors that are open to every family, and one that is shut to most.
    no_diagnosis: float = 0.3
    ask_yourself: float = 0.4
    open_now: float = 0.05
    needs_diagnosis: float = -0.2
    # A website that only points to others helps after those who help.
    only_points: float = -0.1
    # For families who wait or have no diagnosis, what they can ask for themselves comes first.
    while_waiting: float = 0.2
    # Assessment takes years: it is for those who ask for it.
    assessment: float = -0.2
    # For one condition, and another or none was named: most likely for other families.
    other_condition: float = -0.3
    # What was wished for in words ("free", "online") but not made a filter.
    wish: float = 0.2
    # The sort of help that was named ("support group", "course").
    kind: float = 0.2
    # Somebody to talk to comes first; clubs and days out when they are asked for.
    talk_first: float = 0.1
    activity: float = -0.4
    # A family cannot ask for what only professionals use.
    professional_only: float = -1.0
    # What says that it does not take this need is never among the first.
    refused: float = -1.0
    # Local before county-wide when a place is given; near before far.
    local: float = 0.2
    near: float = 0.2
    unknown_area: float = -0.1
    # Without a place: what serves one corner of the county is likely not for this family.
    elsewhere: float = -0.5
    # A place alone asks "what serves me here?": the local team answers that.
    local_team: float = 0.5
    # An area team that was named by its number, with whatever else was asked.
    team_named: float = 2.0
    # Ages known to fit, and made for that age; without an age, for most ages.
    age_known: float = 0.1
    age_close: float = 0.1
    any_age: float = 0.2
    # No age is known, but the words say about how old ("nursery"): what is for others comes later.
    other_stage: float = -0.3
    # Seen lately.
    fresh: float = 0.1
    # Named in the words; or the answer to something named, such as CAMHS.
    named: float = 3.0
    concept: float = 1.0


WEIGHTS = Weights()
# After this many days a sighting counts half.
FRESH_HALF_DAYS = 730.0
# At this many miles nearness counts half.
NEAR_HALF_MILES = 5.0
# What editors put first for these words: more than everything else together, and each in its place in their order.
# It stands instead of all other parts, which would mix up that order.
PINNED, PINNED_STEP = 10.0, 0.1
# Pages: their needs, their words, their own area.
PAGE_NEED, PAGE_TEXT, PAGE_AREA = 1.0, 1.0, 0.8
PAGES_SHOWN = 6
