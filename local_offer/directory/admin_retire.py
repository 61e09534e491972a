"""Retiring a service: it leaves the site, and its address says since when and what to try instead."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from wagtail.snippets.widgets import AdminSnippetChooser

from local_offer.directory.models import Service
from local_offer.directory.publicity import public_services


class RetireForm(forms.Form):
    """What families who still hold the address should know."""

    reason = forms.CharField(
        label="Why it is no longer listed",
        help_text="Families read this. For example: It closed in March 2026.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
    )
    try_instead = forms.CharField(
        label="What to try instead", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    replaced_by = forms.ModelChoiceField(
        label="The service that takes its place",
        required=False,
        queryset=Service.objects.none(),
        widget=AdminSnippetChooser(Service),
    )

    def __init__(self, *args: object, service: Service, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["replaced_by"].queryset = public_services().exclude(pk=service.pk)  # type: ignore[attr-defined]


def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then retire; both or neither, with a line in the history. A draft that was never public is deleted."""
    if not request.user.has_perm("directory.publish_service"):
        raise PermissionDenied
    service = get_object_or_404(Service.objects.exclude(first_published_at=None), pk=pk)
    initial = {
        "try_instead": service.try_instead,
        "replaced_by": service.replaced_by_id,
        "reason": service.withdrawn_reason,
    }
    form = RetireForm(request.POST or None, service=service, initial=initial)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            service.try_instead = form.cleaned_data["try_instead"]
            service.replaced_by = form.cleaned_data["replaced_by"]
            service.save()
            service.retire(form.cleaned_data["reason"], user=request.user)
        messages.success(request, f"“{service}” is retired. Its address now says so.")
        return redirect(reverse(service.snippet_viewset.get_url_name("list")))
    keep_url = reverse(service.snippet_viewset.get_url_name("edit"), args=[service.pk])
    return render(
        request, "directory/admin/retire.html", {"form": form, "service": service, "keep_url": keep_url}
    )
