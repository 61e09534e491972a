"""What people tell us is wrong, without saying who they are."""

from django.db import models


class Report(models.Model):
    """One message about one page. Nothing says who sent it: no name, no address of a machine, no cookie."""

    page = models.CharField("about", max_length=200, blank=True, help_text="The page it is about.")
    what = models.TextField("what is wrong", max_length=2000)
    made_at = models.DateTimeField("when", auto_now_add=True)
    done = models.BooleanField("dealt with", default=False)
    note = models.TextField("what we did", blank=True)

    class Meta:
        ordering = ["done", "-made_at"]

    def __str__(self) -> str:
        return f"{self.page or 'The site'}: {self.what[:60]}"
