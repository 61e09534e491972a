"""How families say what help should cost, how it should reach them, when, and for whom it is.

Written like phrases. The lines under "" only sound like one of them: being longer, they keep shorter ones from being
found. `needs_help_word`: the words count only beside a word for some kind of help, for "screams every evening" asks
for no evening course.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from search.understanding.patterns import Pattern, patterns_of


@dataclass(frozen=True, slots=True)
class Offer:
    """A wish about the help: its kind ("cost", "delivery", "when", "audience"; empty for a look-alike), value, label."""

    kind: str
    value: str
    label: str
    needs_help_word: bool = False


HELP_WORDS = frozenset(
    "course courses group groups club clubs class classes session sessions workshop workshops activity activities clinic "
    "appointment appointments support help advice counselling therapy training talk talks meeting webinar webinars "
    "assessment assessments test tests something anything somewhere anywhere things stuff service services swimming "
    "football sport sports playgroup youth respite care free parenting programme cinema play drop".split()
)

_ON = {
    Offer("cost", "free", "Free"): """
free
no cost|charge
free of charge
not cost anything
not charge
nothing to pay
without paying
not afford
""",
    Offer("cost", "low", "Low cost"): """
low cost
cheap|cheaper|cheapest|affordable|inexpensive
""",
    Offer("delivery", "online", "Online", True): """
online
zoom
virtual
webinar|webinars
on line
video call
""",
    Offer("delivery", "phone", "By phone"): """
by|over the phone
by|over phone
telephone|phone support|advice|line|counselling|appointment|consultation
phoneline
""",
    Offer("delivery", "text", "By text"): """
live|web|online chat
webchat
text|message line|service|support
by text
someone|somebody|somewhere to text|message
""",
    Offer("delivery", "in_person", "In person"): """
in person
face to face
f2f
""",
    Offer("delivery", "home", "At home"): """
home visit|visits|visiting
visit|visits at|us home
come|comes to the|our|my house|home
come|comes to us
""",
    Offer("when", "evening", "Evenings", True): """
evening|evenings
after work
""",
    Offer("when", "weekend", "Weekends", True): """
weekend|weekends
saturday|saturdays
sunday|sundays
""",
    Offer("audience", "dads", "For dads"): """
for dads|fathers|stepdads
other dads|fathers
dads group|club|groups
as a dad|father
im a dad
dad here
""",
    Offer("audience", "parents", "For parents"): """
for parents|mums|mothers|carers|grandparents
for parent carers
as a mum|parent|grandparent
""",
    Offer("audience", "siblings", "For brothers and sisters"): """
for siblings|brothers|sisters
""",
    Offer("audience", "young_people", "For young people"): """
for young people
im in year|yr|college|sixth
im a teenager|teen|student|pupil
""",
    Offer("audience", "professionals", "For professionals"): """
senco|sendco|teacher|gp|hv|practitioner|childminder|ta here
im a|the senco|sendco|teacher|gp|practitioner|childminder|ta|professional|headteacher
im a|the health visitor
im a|the school nurse
im a|the social worker
as a|the senco|sendco|teacher|gp|practitioner|childminder|ta|professional|school|setting
for teachers|professionals|practitioners|sencos|schools|staff|settings
for school|nursery staff
pupil
pupils
yp
cyp
cpd
caseload
my|our class|setting|caseload|pupil
eyfs
ey setting|settings
""",
}

_LOOK_ALIKES = """
free time|from|play|range|standing|will|flow
free school meals|meal|dinners
gluten|sugar|dairy|lactose|nut|smoke|drug|fat|tax|wheat|egg|milk|allergy|hands|step|car|stress|scent free
feel|set|break|run|roam|walk free
no free time
online safety|gaming|games|game|bullying|friends|strangers|predators|porn|shopping|school|world|life
bullied|groomed|addicted|talking|meets|meeting|chatting|stuck|someone|somebody|man|stranger|people online
phone number|numbers|addiction|use|time|screen
on his|her|their|my phone
parents|parent evening|evenings
good evening
evening meal|meals|dinner
every|each|all evening
all weekend
in the evening|evenings he|she|they|my
as a parent|mum said
my pupil premium
pupil premium
"""


def offer_patterns() -> Iterator[Pattern[Offer]]:
    """The lines above as patterns."""
    for offer, lines in _ON.items():
        for line in lines.strip().splitlines():
            yield from patterns_of(line, offer)
    for line in _LOOK_ALIKES.strip().splitlines():
        yield from patterns_of(line, Offer("", "", ""))
