"""Words that the site does not use, and what to write instead.

Two tables. JARGON is what families would have to learn first. BLAME is what hurts: words that judge a child
or a parent, or that belittle ("just", "simply"). `docs/writing.md` tells the reasons; this is the part that
a machine can hold us to. To add a word, add a line: a pattern, and a sentence that says what to do.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Wording:
    """A way of writing to avoid. `may_be_denied`: fine after a "not", as in "it is not laziness"."""

    pattern: re.Pattern[str]
    says: str
    may_be_denied: bool = False


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


_PLAINER = {
    "access(?:es|ed|ing)? support": "get help",
    "additional": "extra",
    "and/or": "or",
    "appropriate": "right",
    "approximately": "about",
    "assist(?:s|ed|ing|ance)?": "help",
    "behavioural": "behaviour",
    "cohorts?": "group",
    "commence(?:s|d)?": "start",
    "co-?morbid\\w*": "as well",
    "co-?produced": "made together with families",
    "demonstrate[sd]?": "show",
    "dysregulat(?:ed|ion)": "overwhelmed",
    "e\\.g\\.|eg": "such as",
    "early years settings?": "nursery or pre-school",
    "eligible": "can get it",
    "eligibility criteria": "who can get it",
    "emotional(?:ly)? regulat(?:ion|ed)": "coping with big feelings",
    "encounter(?:s|ed)?": "meet",
    "ensure[sd]?": "make sure",
    "etc": "and so on",
    "facilitate[sd]?": "help",
    "holistic": "whole",
    "i\\.e\\.|ie": "that is",
    "impairments?": "difficulty",
    "implement(?:s|ed|ing|ation)?": "do",
    "in order to": "to",
    "individuals": "people",
    "interventions?": "help",
    "liais(?:e|es|ed|ing|on)": "talk",
    "multi-?(?:agency|disciplinary)": "people from different services",
    "numerous": "many",
    "obtain(?:s|ed)?": "get",
    "presenting with": "showing",
    "prior to": "before",
    "provision": "help",
    "purchase[sd]?": "buy",
    "regarding": "about",
    "requires?|required": "need",
    "self-?regulat(?:e|es|ion)": "calm down",
    "signpost(?:s|ed|ing)?": "point the way",
    "statutory": "set by law",
    "strategies": "ways to help",
    "subsequent(?:ly)?": "later",
    "sufficient": "enough",
    "thresholds?": "rules on who can get help",
    "triage[ds]?": "sort by need",
    "utilis(?:e|es|ed|ing)": "use",
    "via": "through",
}

_KINDER = {
    "(?:ab)?normal(?:ly)?": "No one is the measure of others. Say what is usual, or what you mean.",
    "suffer(?:s|ed|ing)? (?:from|with)|sufferers?|afflicted (?:by|with)|victims? of": "Say “has”.",
    "just|simply|obviously|merely": "It makes a hard thing sound easy. Leave the word out.",
    "all you need to do|of course you": "It makes a hard thing sound easy. Leave the words out.",
    "attention[- ]seek(?:ing|er)": "Say “looking for your help”.",
    "challenging behaviours?|bad behaviours?|misbehav\\w+": (
        "Say what the child does, or “behaviour that worries you”."
    ),
    "school refus(?:al|ers?|ing)|refus(?:es|ing) (?:to go to )?school|truan(?:t|cy)": (
        "Say “can’t face school”."
    ),
    "special needs (?:child|children|kids?)": "The child comes first: “children who need extra help”.",
    "(?:high|low)[- ]functioning|(?:mild|severe) autism|mildly autistic|severely autistic": (
        "Say what help a person needs, not how much of a label they have."
    ),
    "asperger['’]?s(?: syndrome)?": "Many people no longer want this word. Say “autistic”.",
    "autis(?:m|tic) spectrum disorder|on the spectrum": "Say “autism” or “autistic”.",
    "(?:autism|adhd) (?:cure|treatment)": "Autism is no illness. Say what helps.",
    "non-?verbal": "Say “uses few words or none”.",
    "mentally handicapped|handicap(?:ped)?|retarded|the disabled": (
        "Say “disabled people” or “learning disability”."
    ),
    "wheelchair[- ]bound|confined to a wheelchair": "Say “uses a wheelchair”.",
    "down['’]?s (?:child|children|baby|kids?|boy|girl)": "Say “child with Down’s syndrome”.",
    "commit(?:s|ted|ting)? suicide": "It is no crime. Say “died by suicide”.",
    "hard to reach": "It may be we who are hard to reach. Say who has not been asked yet.",
    "broken homes?|dysfunctional famil(?:y|ies)": "It judges. Say what happened.",
}

# Judging words may be named only to say that they are wrong.
_JUDGING = {
    "naughty|badly behaved|spoilt|manipulative|attention-seeker": (
        "It blames a child. Say what is hard for them."
    ),
    "lazy|laziness": "It blames. Say what is hard.",
    "bad (?:parent|mother|mum|dad|father)(?:s|ing)?|poor parenting|your fault": "It blames a parent.",
    "fail(?:ed|ing|ure)? (?:as a|your child)": "It blames a parent.",
}

JARGON: tuple[Wording, ...] = tuple(
    Wording(_words(pattern), f"Many families do not know this word. Try “{plainer}”.")
    for pattern, plainer in _PLAINER.items()
)

BLAME: tuple[Wording, ...] = (
    *(Wording(_words(pattern), says) for pattern, says in _KINDER.items()),
    *(Wording(_words(pattern), says, may_be_denied=True) for pattern, says in _JUDGING.items()),
)
