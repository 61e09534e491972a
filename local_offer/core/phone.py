"""Phone numbers as links."""


def phone_href(phone: str) -> str:
    """The number as a phone dials it; nothing gives nothing.

    >>> phone_href("0800 6444 101")
    'tel:08006444101'
    """
    digits = "".join(letter for letter in phone if letter.isdigit() or letter == "+")
    return f"tel:{digits}" if digits else ""
