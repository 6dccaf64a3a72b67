"""Who knows whom, what I share with people, and places without a name."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Owned
from halfhour.choose.models import Candidate
from halfhour.find.models.people import Organisation, Person


class Acquaintance(Owned):
    """Someone who may know a person doing this work."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="may_know")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="acquaintances")
    marked_at = models.DateTimeField()
    asked_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)

    taken_back = False  # about to be deleted: nothing is due for it any more

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "candidate"], name="an_acquaintance_once")]

    def __str__(self) -> str:
        return f"{self.person} may know someone"


class Referral(Owned):
    """Who named whom, and whether the name may be used."""

    class Permission(models.TextChoices):
        YES = "yes", _("yes, I may use their name")
        NO = "no", _("no")
        NOT_ASKED = "not_asked", _("I did not ask")

    class First(models.TextChoices):
        ME = "me", _("I write or call")
        THEM = "them", _("they ask first")

    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="referrals_made")
    to = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="referrals_to")
    candidate = models.ForeignKey(
        Candidate, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    why = models.CharField(max_length=300, blank=True)
    how_to_reach = models.CharField(max_length=300, blank=True)
    permission = models.CharField(max_length=20, choices=Permission, default=Permission.NOT_ASKED)
    first = models.CharField(max_length=10, choices=First, default=First.ME)
    on = models.DateField()
    from_refusal = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["by", "to"], name="a_referral_once")]

    def __str__(self) -> str:
        return f"{self.by} named {self.to}"


class Common(Owned):
    """Something of my own that a person may share with me: a school, an employer, an association, a place I am from."""

    class Kind(models.TextChoices):
        SCHOOL = "school", _("a school I went to")
        EMPLOYER = "employer", _("a place where I worked")
        ASSOCIATION = "association", _("an association or club I am in")
        PLACE = "place", _("a place I am from")

    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200)

    class Meta:
        ordering = ["kind", "name"]
        constraints = [models.UniqueConstraint(fields=["owner", "kind", "name"], name="in_common_once")]

    def __str__(self) -> str:
        return self.name


class NotIt(Owned):
    """The seeker's word that a person does not do one occupation of the shortlist; the others stay open."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="does_not")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "candidate"], name="not_it_once")]

    def __str__(self) -> str:
        return f"{self.person}: not {self.candidate}"


class Listing(Owned):
    """An organisation where people do an occupation, listed without a name: it is called and asked for one."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="listings")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="listings")
    department = models.CharField(max_length=200, blank=True)  # whom to ask for, in the seeker's words
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["-added_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["organisation", "candidate"], name="a_listing_once")]

    def __str__(self) -> str:
        return f"{self.organisation} for {self.candidate}"
