"""The little words of English, which say how a sentence hangs together and nothing about what is needed."""


def word_set(words: str) -> frozenset[str]:
    """Words written one after another, as a set."""
    return frozenset(words.split())


SMALL_WORDS = word_set(
    """
    a an the this that these those it its i im ive id ill me my mine myself we us our ours you your yours youre he him
    his hes she her hers shes they them their theirs theyre who whom whose which what whats when where why how
    and or but so if then than as at by for from in into of off on onto out over to too up with about after before
    because while until till since again is isnt am are was were be been being do does did doing done has have had
    having can could will would shall should may might must just very really quite also even still only now here there
    theres all any some such own same both each more most other another no nor not please thanks thank hi hello
    near nearby local get gets got getting go goes going gone let lets one ones thing things etc lot lots bit much many
    """
)

DENIALS = word_set(
    "wont cant cannot dont doesnt didnt arent wasnt werent hasnt havent wouldnt couldnt never without"
)

UNSEARCHED = SMALL_WORDS | DENIALS
"""Words that the text search need not look for: every text has them."""

SAYS_LITTLE = word_set(
    "help helps support advice info information need needs want wants looking find service services son sons daughter "
    "daughters child children childs kid kids boy boys girl girls little one baby toddler teenager teen person people "
    "year years yr old mum dad parent parents family someone something anything anyone best good"
)
"""Words that stand beside any need: who it is about, and that help is wanted."""
