"""The form that says something is wrong: one question, and two quiet guards against machines."""

import re
from typing import Any

from django import forms
from django.core.signing import BadSignature, TimestampSigner

SIGNER = TimestampSigner(salt="report")
FASTEST_SECONDS = 2
OLDEST_SECONDS = 24 * 3600


def form_made_now() -> str:
    """A signed time, to tell a person who reads from a machine that fills in at once."""
    return SIGNER.sign("report")


class ReportForm(forms.Form):
    """Asks what is wrong; never who you are."""

    what = forms.CharField(
        label="What is wrong or missing?",
        help_text="Please do not write your name or your child's name.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": "Tell us what is wrong. A few words are enough.",
            "max_length": "That is too long for us. Please use 2,000 letters or fewer.",
        },
    )
    page = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    leave_empty = forms.CharField(
        required=False, widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"})
    )
    made = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_page(self) -> str:
        """Keep the path alone: the words that somebody searched for are not ours to keep."""
        path = self.cleaned_data["page"].split("?")[0].split("#")[0]
        return path if re.fullmatch(r"/(?!/)[\w/.-]*", path) else ""

    def looks_like_a_machine(self) -> bool:
        """The trap is filled, or the form came back faster than anybody reads."""
        return bool(self.cleaned_data.get("leave_empty")) or not self._took_time()

    def _took_time(self) -> bool:
        made: Any = self.cleaned_data.get("made") or ""
        try:
            SIGNER.unsign(made, max_age=OLDEST_SECONDS)
        except BadSignature:
            return False
        try:
            SIGNER.unsign(made, max_age=FASTEST_SECONDS)
        except BadSignature:
            return True
        return False
