"""One stem for the many shapes of a word, so that "slept", "sleeping" and "sleep" are the same word to us.

Beyond the English stemmer: past tenses it does not know, and small words that families swap freely. "won't sleep",
"doesn't sleep" and "never sleeps" say one thing; so do "hates himself" and "hates herself".
"""

import Stemmer

_english = Stemmer.Stemmer("english", 0)  # no memory of past words: nothing typed may be kept

NOT = "not"
"""The one stem of every word that denies."""

_DENIALS = (
    "not wont cant cannot dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt shouldnt "
    "never aint nor neither unable dosent doesn isn wouldn couldn dosnt dosn"
)
_THIRD_PERSON = "he she him her they them his hers their theirs hes shes theyre"
_REFLEXIVE = "myself yourself ourselves himself herself themself themselves itself hisself theirself"
_PAST = (
    "slept:sleep ate:eat eaten:eat bit:bite bitten:bite fell:fall fallen:fall ran:run spoke:speak spoken:speak "
    "wrote:write written:write lost:lose threw:throw thrown:throw kept:keep woke:wake woken:wake awake:wake "
    "forgot:forget forgotten:forget hid:hide hidden:hide taught:teach thought:think felt:feel heard:hear "
    "fought:fight took:take taken:take gave:give given:give stole:steal broke:break broken:break drew:draw "
    "drank:drink drunk:drink swam:swim stuck:stick told:tell said:say saying:say went:go gone:go goes:go going:go "
    "children:child feet:foot teeth:tooth men:man women:woman died:die dying:die dies:die dead:die death:die "
    "shook:shake shaken:shake swore:swear struck:strike tore:tear torn:tear bled:bleed burnt:burn hurting:hurt "
    "hung:hang hanged:hang "
    "bedtime:bedtime mam:mum mom:mum mummy:mum mother:mum daddy:dad father:dad poop:poo pooing:poo poos:poo "
    "pee:wee weeing:wee wees:wee nan:gran nanny:gran nana:gran grandma:gran granny:gran anxiety:anxious "
    "autism:autistic"
)

_KNOWN: dict[str, str] = {
    **dict.fromkeys(_DENIALS.split(), NOT),
    **dict.fromkeys(_THIRD_PERSON.split(), "them"),
    **dict.fromkeys(_REFLEXIVE.split(), "self"),
    "im": "i",
    "ive": "i",
}
_PAST_TENSES: dict[str, str] = dict(pair.split(":") for pair in _PAST.split())


def stem_of(form: str) -> str:
    """The stem of a lower-case word.

    >>> stem_of("slept") == stem_of("sleeping"), stem_of("won" + "t") == stem_of("never")
    (True, True)
    """
    known = _KNOWN.get(form)
    if known is not None:
        return known
    return str(_english.stemWord(_PAST_TENSES.get(form, form)))
