"""The filters beside the results, in the words of a family, in the order in which they are useful."""

from collections.abc import Mapping
from dataclasses import dataclass

from local_offer.directory.choices import Audience, Cost, Delivery, Diagnosis, Referral
from search.results import Facet, FacetValue

Labels = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class FacetSpec:
    """One filter: its field in an address, its question, and its fixed choices; without those, the index names them."""

    field: str
    question: str
    fixed: Labels = ()

    def labels(self, listed: Mapping[str, Labels]) -> Labels:
        """The choices with their words."""
        return self.fixed or listed.get(self.field, ())


FACETS = (
    FacetSpec("diagnosis", "Do we need a diagnosis?", tuple(Diagnosis.choices)),
    FacetSpec("referral", "How do we get it?", tuple(Referral.choices)),
    FacetSpec("cost", "What does it cost?", tuple(Cost.choices)),
    FacetSpec("delivery", "How does it come?", tuple(Delivery.choices)),
    FacetSpec("need", "What would help?"),
    FacetSpec("kind", "What sort of help?"),
    FacetSpec("audience", "Who is it for?", tuple(Audience.choices)),
    FacetSpec("outcome", "What do you hope for?"),
)


def option(name: str, value: str) -> str:
    """How one value of a fixed filter is called in an index."""
    return f"{name}:{value}"


def make_facet(spec: FacetSpec, labels: Labels, counts: Mapping[str, int], chosen: tuple[str, ...]) -> Facet:
    """A filter with its counts; what nobody has and nobody chose is left out."""
    values = tuple(
        FacetValue(value, str(label), counts.get(value, 0), value in chosen)
        for value, label in labels
        if counts.get(value) or value in chosen
    )
    return Facet(spec.field, spec.question, values)
