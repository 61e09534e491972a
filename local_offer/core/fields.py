"""A field that holds several choices of one short list: how a service is delivered, who may refer, whom it is for."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models


class ChoiceSetField(models.JSONField):
    """Holds a list of values of `choices`, in the order of the choices, each once; an empty list is "not known"."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Refuse a value that is no list, or that holds something outside the choices."""
        known = {choice for choice, _ in self.flatchoices}
        if not isinstance(value, list) or not set(value) <= known:
            raise ValidationError("Choose from the list.", code="invalid_choice")

    def pre_save(self, model_instance: models.Model, add: bool) -> list[str]:
        """Put the values in the order of the choices."""
        chosen = set(getattr(model_instance, self.attname) or [])
        value = [choice for choice, _ in self.flatchoices if choice in chosen]
        setattr(model_instance, self.attname, value)
        return value

    def formfield(self, **kwargs: Any) -> forms.Field:  # type: ignore[override]
        """Tick boxes."""
        return forms.MultipleChoiceField(
            choices=self.flatchoices,
            required=not self.blank,
            label=self.verbose_name and str(self.verbose_name).capitalize(),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )

    def labels(self, values: Sequence[str]) -> list[str]:
        """The words for these values, in the order of the choices."""
        return [str(label) for choice, label in self.flatchoices if choice in values]
