"""How families say where they stand with diagnosis, waiting lists and referral, beside the phrases that editors keep.

Written like phrases. The lines under "" only sound like one of them: being longer, they keep shorter ones from being
found.
"""

from collections.abc import Iterator

from search.understanding.patterns import Pattern, patterns_of
from search.understanding.phrases import Target, Targets

LABELS = {
    "no_diagnosis": "No diagnosis",
    "diagnosed": "Diagnosed",
    "waiting": "Waiting",
    "turned_down": "Turned down",
    "self_refer": "Asking for yourself",
    "no_ehcp": "No EHC plan",
}

CONCEPT_OF_STATUS = {"turned_down": "rejected-referral", "diagnosed": "after-diagnosis"}
"""What there is for families who stand there."""

SURE_OF_CONCEPT = 0.6

_CONDITION = "autism|autistic|asd|asc|adhd|audhd|pda|dyslexia|dyslexic|dyspraxia|dyscalculia|dld|odd|aspergers|fasd|ocd|arfid|tourettes"

NAMES_OF_NEEDS = frozenset(_CONDITION.split("|")) | frozenset("camhs salt ot therapy ehcp paediatrician".split())
"""Words in the lines below that are needs or services as well, and stay to be read as such."""

_LINES = {
    "no_diagnosis": f"""
no|without diagnosis
no formal|official diagnosis
not diagnosis
not diagnosed
not have a|any diagnosis
not been diagnosed
not yet diagnosed
not been diagnosed yet
not diagnosed with
undiagnosed
prediagnosis
pre|before diagnosis
self diagnosed
suspected|suspect|suspecting|possible|possibly|query|maybe {_CONDITION}
think|thinks|reckon|reckons|wonder|wondering|convinced|sure {_CONDITION}
might|may|could be|have {_CONDITION}
signs|traits of {_CONDITION}
if he has|is {_CONDITION}
""",
    "diagnosed": f"""
just|newly|recently|finally|now|already diagnosed
diagnosed with
diagnosed last|this|in|at
got|has|have|received|given his|her|a|the diagnosis
got|received|given diagnosis
has|have an|a {_CONDITION} diagnosis
since|after|post his|her|the diagnosis
after|post diagnosis
after being diagnosed
been diagnosed
""",
    "waiting": """
waiting|wait|waitlist list
waitlist
on the|a list
on the|a pathway
waiting for assessment|appointment|diagnosis|camhs|paediatrician|referral|therapy|autism|adhd|asd|salt|ot|help|results
waiting for his|her|an|the assessment|appointment|diagnosis|referral
awaiting assessment|appointment|diagnosis|camhs|referral|therapy
waiting assessment|diagnosis|appointment
still|been|while|whilst waiting
waiting to be seen|assessed|diagnosed
waiting to see|start
while|whilst we|i|he|you wait
waiting months|years|ages|forever|long
waited months|years|ages|forever|long
year|years|month|months wait
waiting time|times
long wait|queue
waiting since
""",
    "turned_down": """
turned down
turned us|him|her|me down
referral|application rejected|refused|declined|bounced|returned
rejected|refused|declined referral|assessment
gp|doctor|doctors|camhs|paediatrician|paeds said no
camhs|gp|doctor|doctors|paediatrician reject|rejected|refused|declined|decline
camhs|gp|doctor|doctors not take|see|refer|accept|help
gp|doctor|doctors|school|senco not refer
not meet|met threshold|criteria
knocked back
refused|refuses to refer
not accept|accepted referral
""",
    "self_refer": """
self refer|referral|referring|refers
refer ourselves|myself
refer him|her ourselves|myself
i|we|parents|parent refer
without gp|doctor|referral|going
without a|the gp|doctor|referral
no referral|gp
not need|needing gp|referral
not need a|the gp|referral|doctor
drop in|ins
dropin
walk in
ask for yourself|ourselves|myself
""",
    "no_ehcp": """
no|without ehcp|ehc
no|without an ehcp|ehc
not have|got ehcp|ehc
not have|got an ehcp|ehc
pre|before ehcp
""",
    "": f"""
get|getting|want|wants|need|needs|seek|seeking|pursue|pursuing|refuse|not want diagnosis
get|getting|want|wants|need|needs|be diagnosed
get|getting|want|wants|need|needs|be diagnosed with|in|at
get|getting|want|need a|the|his|her diagnosis
need a diagnosis to
not|never wait
not wait for|to|list
waiting room|rooms
think {_CONDITION} friendly
not sure|think diagnosed
not been following|follow ehcp|ehc
follow|following|followed the ehcp|ehc
not following|follow ehcp|ehc
not following|follow the ehcp|ehc
not using|use|meeting|deliver|delivering|sticking ehcp|ehc
not using|use|meeting|deliver|delivering the|his|her ehcp|ehc
walk in front
walk|walks in on
no gp appointment
refused to|an assess|assessment ehcp|ehc
refused to assess for ehcp|ehc|an
i|we|can refer to
""",
}


def status_patterns() -> Iterator[Pattern[Targets]]:
    """The lines above as patterns; those that only sound alike have no targets."""
    for status, lines in _LINES.items():
        targets = tuple(_targets(status))
        for line in lines.strip().splitlines():
            yield from patterns_of(line, targets)


def _targets(status: str) -> Iterator[Target]:
    if status:
        yield Target("status", status, 1.0, 1.0)
    if status in CONCEPT_OF_STATUS:
        yield Target("concept", CONCEPT_OF_STATUS[status], SURE_OF_CONCEPT, SURE_OF_CONCEPT)
