"""Why a database was not copied; whenever one of these is raised, the target is as it was."""


class NotCopied(Exception):
    """Nothing was copied; the message says why, and what to do."""


class TargetIsNotEmpty(NotCopied):
    """Somebody has put things into the target that would be lost."""


class SourceIsNotUpToDate(NotCopied):
    """The source is no site, or one of an older version."""


class RowRefused(NotCopied):
    """The target cannot hold a row that the source holds, such as a name that is longer than its column allows."""


class CountsDiffer(NotCopied):
    """A table of the target does not have as many rows as that of the source."""
