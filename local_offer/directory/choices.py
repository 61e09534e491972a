"""The short fixed lists of a service's facts, in the words that families read."""

from django.db.models import TextChoices


class Diagnosis(TextChoices):
    """Whether a family needs a diagnosis before it can use the service."""

    NOT_NEEDED = "not_needed", "No diagnosis needed"
    SUSPECTED_OK = "suspected_ok", "Wondering or waiting is fine"
    ON_PATHWAY = "on_pathway", "For families on the assessment pathway"
    NEEDED = "needed", "Diagnosis needed"
    UNKNOWN = "unknown", "Not known: ask"


class Referral(TextChoices):
    """Who may ask for the service; several are usual."""

    PARENT = "parent", "Parents can ask themselves"
    YOUNG_PERSON = "young_person", "Young people can ask themselves"
    DROP_IN = "drop_in", "Drop in"
    BOOK_ONLINE = "book_online", "Book online"
    SCHOOL = "school", "Through nursery, school or college"
    GP = "gp", "Through your GP"
    HEALTH_VISITOR = "health_visitor", "Through your health visitor"
    SOCIAL_CARE = "social_care", "Through social care"
    PROFESSIONAL = "professional", "Through a professional who knows your child"
    UNKNOWN = "unknown", "Not known: ask"


# A family walks through these doors without anybody's help.
ASK_YOURSELF = frozenset({Referral.PARENT, Referral.YOUNG_PERSON, Referral.DROP_IN, Referral.BOOK_ONLINE})


class Cost(TextChoices):
    """What a family pays."""

    FREE = "free", "Free"
    LOW = "low", "Low cost"
    PAID = "paid", "You pay"
    MEANS_TESTED = "means_tested", "Depends on your income"
    UNKNOWN = "unknown", "Not known: ask"


class Delivery(TextChoices):
    """How the help reaches a family."""

    IN_PERSON = "in_person", "In person"
    ONLINE = "online", "Online"
    PHONE = "phone", "By phone"
    TEXT = "text", "By text or chat"
    HOME = "home", "At your home"
    SCHOOL = "school", "At school"
    UNKNOWN = "unknown", "Not known: ask"


class Audience(TextChoices):
    """Whom the service talks to."""

    PARENTS = "parents", "Parents and carers"
    CHILDREN = "children", "Children"
    YOUNG_PEOPLE = "young_people", "Young people"
    SIBLINGS = "siblings", "Brothers and sisters"
    PROFESSIONALS = "professionals", "Professionals"


class Status(TextChoices):
    """Whether the service takes families now."""

    OPEN = "open", "Open"
    PAUSED = "paused", "Paused for now"
    FULL = "full", "Full at the moment"
    CLOSED = "closed", "Closed"
    UNKNOWN = "unknown", "Not known: ask"


class ProviderKind(TextChoices):
    """What sort of organisation runs it."""

    COUNCIL = "council", "Council"
    NHS = "nhs", "NHS"
    CHARITY = "charity", "Charity"
    COMMUNITY = "community", "Community group"
    SCHOOL = "school", "School or college"
    BUSINESS = "business", "Business"
    UNKNOWN = "", "Not known"


class Confidence(TextChoices):
    """How sure we are of what was seen."""

    OFFICIAL = "A", "The provider's or an official page"
    REPUTABLE = "B", "Another reputable page"
    GENERAL = "C", "General knowledge only"
    UNKNOWN = "", "Not known"
