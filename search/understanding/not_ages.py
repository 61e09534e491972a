"""Numbers that are no child's age: waits, hours, prices, counts, and what happened when the child was younger.

These are blanked out before ages are looked for. Each is a rule about how English counts, not about one question.
"""

import re

from search.understanding.numbers_in_words import WORD

_N = rf"(?:\d+(?:[.,/]\d+)?|\b(?:{WORD})\b)(?:\s*½|\s+and\s+a\s+half)?"

_COUNTED = (
    "hours?|hrs?|minutes?|mins?|secs?|seconds?|days?|nights?|mornings?|times?|miles?|km|metres?|percent|per cent|stone|"
    "kgs?|kilos?|lbs?|mls?|mgs?|foot|feet|ft|inch(?:es)?|cm|pounds?|quid|pence|p|k|am|pm|o'?clock|in the morning|st|nd|rd|"
    "th|out of|in \\d+|of (?:them|us|the|my|his|her)|kids|children|siblings|sessions?|weeks?|wks?|lessons?|schools?|"
    "nurser(?:y|ies)|foods?|things?|words?|friends?|meltdowns?|exclusions?|appointments?|teachers?|staff|pupils?|"
    "students?|parents?|adults?|people|person|other|others|different|more|less|extra|older|younger|behind|ahead|"
    "form|forms|parties|carers?|terms?|places|spaces|bus|steps?|stars?|points?|steps|a|per|x"
)
_MONTHS = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|april?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
_NUMBERED = (
    "dspl|dspls|area|step|level|lvl|(?<!key )(?<!keystage )stage|phase|section|part|type|zone|band|tier|no|number|num|room|page|grade|chapter|"
    "item|route|bus|junction|flat|ps|xbox|windows|article|schedule|top|size|ward|vitamin|covid|group|set|class|first|"
    "last|next|past|ofsted|reg|regulation|channel|unit|category|cat|appendix|form|question|q|week|day|half term|gcse|"
    "open|closes?|iphone|formula|fortnite|act|sims|fifa"
)
_SPANS = "years?|yrs?|months?|mths?|weeks?|wks?"
_WAITS = (
    "wait(?:ed|ing|s)?|waitlist|list|ago|later|on|now|behind|ahead|since|without|of|running|straight|in|long|apart|"
    "gap|course|plan|program(?:me)?|degree|younger|older|difference|for|until|till|worth"
)
_SINCE = "for|last|past|next|every|over|after|another|within|took|takes|taken|been|waiting|waited|wait|about|around|in|than|since"

_RULES = (
    r"\b\d{1,2}[:.]\d\d\b(?:\s*[ap]m)?",
    r"\b\d\s*(?:to|:|-|2)\s*1\b(?!\d)|\b(?:one|two)\s*(?:to|-|2)(?:\s|-)*one\b",
    rf"(?:{_N}\s+)?\bout\s+of\s+{_N}|\bused\s+to\b[^.,;]{{0,30}}?\b(?:at|by)\s+{_N}",
    rf"(?<!age )(?<!aged )(?<![\w]){_N}(?=\s+(?!-?\s*(?:years?|yrs?|yo|y/o|months?)\b)(?:\w+\s+){{0,2}}?(?:kids|children|sons|daughters|boys|girls|siblings|brothers|sisters)\b)",
    r"\b24\s*/\s*7\b|\b9\s*(?:to|till|-)\s*5\b",
    r"\b0\s*(?:to|-|–)\s*(?:100|19|25|60)\b|\bzero to (?:hundred|sixty)\b",
    r"[£$€#]\s*\d+|\b\d+%",
    rf"\b(?:{_NUMBERED})\s*(?:no\.?|number)?\s*{_N}(?!\s*(?:-|–)?\s*(?:years?|yrs?|yr|y/?o|months?)\b)",
    rf"(?:{_N})\s*(?:-|–|to|or)\s*{_N}\s*(?:{_COUNTED})\b(?!\s*old)",
    rf"(?<![\w]){_N}\s*(?:(?:working|school|whole|full|good|hard|new|long|big)\s+)?(?:{_COUNTED})\b(?!\s*old)",
    rf"(?<![\w])\d+\s+(?:{_MONTHS})\b|\b(?:{_MONTHS})\s+\d+\b",
    rf"\b(?:{_SINCE})\s+(?:over\s+|nearly\s+|almost\s+|about\s+|the\s+)?{_N}\s*-?(?:\s*(?:or|to|-)\s*{_N}\s*)?(?:{_SPANS})\b(?!\s*-?\s*olds?|\s+of\s+age)",
    rf"(?<![\w]){_N}\s*-?\s*(?:{_SPANS})\s+(?:{_WAITS})\b(?!\s+(?:age|old))",
    rf"\b(?:when|since|until|till|before|after|from|by the time|if|once)\s+(?:he|she|they|i|it|we)\s*(?:was|were|is|are|'s|'re|turned)?\s*(?:about\s+|only\s+|just\s+)?{_N}(?:\s*(?:{_SPANS}))?(?:\s*old)?",
    rf"\b(?:diagnosed|born|adopted|placed|excluded|started|stopped|walked|talked|diagnosis)\s+(?:him|her\s+)?(?:at|aged?|when)\s+(?:age\s+|about\s+)?{_N}(?:\s*(?:{_SPANS}))?(?:\s*old)?",
    rf"\b(?:was|were)\s+(?:about\s+|only\s+)?{_N}(?:\s*(?:{_SPANS}))?(?:\s*old)?",
    rf"\b(?:since|from)\s+(?:age\s+|about\s+|the age of\s+){_N}",
    rf"\b(?:wak\w+|awake|up|sleeps?|(?:to|in) bed|asleep|starts?|finish\w*|opens?|shuts?|closes?|home|collect\w*|pick\w*|ends?|meets?)\b[^.;,]{{0,12}}?\b(?:at|til|till|until|from|by|before|since|around|about)\s+(?:about\s+)?{_N}(?!\s*(?:years?|yrs?|months?|year\b))",
)
_BLANKED = tuple(re.compile(rule) for rule in _RULES)
BLANK = "\x00"


def blank_out(text: str) -> str:
    """The text, as long as before, with every number blanked that is no age."""
    for rule in _BLANKED:
        text = rule.sub(lambda found: BLANK * len(found.group()), text)
    return text
