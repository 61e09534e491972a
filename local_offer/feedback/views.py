"""Where anybody says that something is wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from local_offer.feedback.forms import ReportForm, form_made_now
from local_offer.feedback.models import Report


# Nobody is signed in here, so there is nothing to forge in anybody's name; a token would need a cookie, and the
# public site sets none.
@csrf_exempt
def report(request: HttpRequest) -> HttpResponse:
    """Ask, keep, thank. A machine is thanked too, and nothing is kept."""
    form = ReportForm(
        request.POST or None, initial={"page": request.GET.get("page", "/"), "made": form_made_now()}
    )
    if request.method == "POST" and form.is_valid():
        if not form.looks_like_a_machine():
            Report.objects.create(page=form.cleaned_data["page"], what=form.cleaned_data["what"])
        return redirect(reverse("report-thanks"))
    status = 400 if request.method == "POST" else 200
    return render(request, "feedback/report_form.html", {"form": form}, status=status)


def thanks(request: HttpRequest) -> HttpResponse:
    """It has arrived."""
    return render(request, "feedback/report_thanks.html")
