"""Phone numbers as a phone dials them, for `tel:` and `sms:` links."""

import re

# Words after a number are not part of it: "option 2" is pressed later.
_NUMBER = re.compile(r"[(+]*\d[\d\s().-]*")


def dialable(number: str) -> str:
    """The number without what people put between its digits; nothing where there is no number.

    >>> dialable("07480 635050"), dialable("+44 (0)20 7946 0000"), dialable("0300 123 4043, option 2")
    ('07480635050', '+442079460000', '03001234043')
    """
    found = _NUMBER.search(str(number))
    return re.sub(r"[^\d+]", "", found[0].replace("(0)", "")) if found else ""


def phone_href(phone: str) -> str:
    """The link that rings a number; nothing gives nothing.

    >>> phone_href("0800 6444 101"), phone_href("ask at the desk")
    ('tel:08006444101', '')
    """
    digits = dialable(phone)
    return f"tel:{digits}" if digits else ""
