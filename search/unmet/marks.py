"""The keyed hash under which an unknown word is counted before anybody may read it."""

from django.utils.crypto import salted_hmac

_SALT = "search.unmet.words"


def mark_of(word: str) -> str:
    """64 hexadecimal digits (HMAC-SHA-256), made with a key of its own that is derived from SECRET_KEY.

    Whoever holds both the database and SECRET_KEY can try words one by one; whoever holds only one can do nothing.
    """
    return salted_hmac(_SALT, word, algorithm="sha256").hexdigest()
