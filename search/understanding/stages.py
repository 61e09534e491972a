"""About how old a child is where no age is given: "at nursery" is small, "sixth form" nearly grown up.

A stage is no age: nothing is left out for it. What is made for that stage comes first, and what is not for it, last.
"""

from collections.abc import Iterable

from search.understanding.reading import Years
from search.understanding.small_words import word_set
from search.understanding.words import Word

_WORDS: tuple[tuple[Years, str], ...] = (
    ((0, 17), "child children childs childrens kid kids kiddo boy boys girl girls"),
    (
        (0, 4),
        "nursery nurseries preschool playgroup childminder potty nappy nappies pushchair weaning crawling cot",
    ),
    ((4, 18), "school schools teacher teachers homework playground headteacher classroom classmates senco"),
    ((4, 11), "primary infants juniors"),
    ((11, 16), "secondary"),
    ((14, 17), "gcse gcses"),
    ((16, 25), "college apprenticeship apprenticeships internship internships traineeship"),
    ((18, 25), "uni university"),
)
STAGES: dict[str, Years] = {word: years for years, words in _WORDS for word in word_set(words)}


def stages_in(words: Iterable[Word]) -> tuple[Years, ...]:
    """The stages that the words tell, the closest only: a child who is at nursery is of nursery age."""
    told = dict.fromkeys(STAGES[word.form] for word in words if word.form in STAGES)
    return tuple(one for one in told if not any(_is_within(other, one) for other in told))


def _is_within(years: Years, wider: Years) -> bool:
    return years != wider and wider[0] <= years[0] and years[1] <= wider[1]
