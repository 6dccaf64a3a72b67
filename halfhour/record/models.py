"""What was learned, the same day: statements with a speaker, not notes."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Owned
from halfhour.choose.models import Candidate, Want
from halfhour.find.models import Person
from halfhour.interview.models import Answer, Interview
from halfhour.prepare.models import Resume


class Leaning(models.TextChoices):
    PURSUE = "pursue", _("pursue it")
    UNSURE = "unsure", _("unsure")
    DROP = "drop", _("drop it")


class Debrief(Owned):
    """The record of one talk. Savable half-done; `recorded_at` is set when the minimum is met.

    lists_empty: for a list left empty, by its kind, "nothing" or "not_asked"; fit: -2 to +2, apart for interests,
    skills, personality. version guards against two tabs overwriting each other; typed is the form as it was when the
    typing last paused, until it is saved into rows; saved_digest tells the same form sent twice from a change.
    """

    interview = models.OneToOneField(Interview, on_delete=models.CASCADE, related_name="debrief")
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField()
    recorded_at = models.DateTimeField(null=True, blank=True)
    typed = models.JSONField(default=dict)
    saved_digest = models.CharField(max_length=64, blank=True)
    lists_empty = models.JSONField(default=dict)
    years_in_job = models.PositiveSmallIntegerField(null=True, blank=True)
    day_to_day = models.TextField(blank=True)
    environment = models.TextField(blank=True)
    surprised_me = models.TextField(blank=True)
    as_expected = models.TextField(blank=True)
    otherwise = models.TextField(blank=True)  # than expected, or than published
    pay_told = models.CharField(max_length=300, blank=True)
    quote = models.TextField(blank=True)  # one thing they said, for the thank-you
    use = models.TextField(blank=True)  # what I will do with it
    fit_interests = models.SmallIntegerField(null=True, blank=True)
    fit_interests_because = models.CharField(max_length=300, blank=True)
    fit_skills = models.SmallIntegerField(null=True, blank=True)
    fit_skills_because = models.CharField(max_length=300, blank=True)
    fit_personality = models.SmallIntegerField(null=True, blank=True)
    fit_personality_because = models.CharField(max_length=300, blank=True)
    leaning_before = models.CharField(max_length=10, choices=Leaning, blank=True)
    leaning = models.CharField(max_length=10, choices=Leaning, blank=True)
    leaning_because = models.CharField(max_length=300, blank=True)
    confidence = models.PositiveSmallIntegerField(null=True, blank=True)  # in the leaning, 0-100
    confidence_after = models.PositiveSmallIntegerField(null=True, blank=True)  # in myself, 0-100
    learned = models.PositiveSmallIntegerField(null=True, blank=True)  # against what was expected, 0-100
    they_spoke_percent = models.PositiveSmallIntegerField(null=True, blank=True)
    referral_asked = models.BooleanField(null=True, blank=True)
    still_open = models.TextField(blank=True)
    do_differently = models.TextField(blank=True)
    resume_shown = models.ForeignKey(
        Resume, null=True, blank=True, on_delete=models.SET_NULL, related_name="shown_in"
    )
    resume_suggestions = models.TextField(blank=True)
    search_suggestions = models.TextField(blank=True)
    goal_changed = models.BooleanField(null=True, blank=True)
    reflections = models.JSONField(default=dict)  # by prompt

    def __str__(self) -> str:
        return f"debrief of {self.interview}"


class Noted(Owned):
    """One entry of the six lists."""

    class Kind(models.TextChoices):
        PEOPLE = "people", _("People they named")
        ORGANISATIONS = "organisations", _("Organisations")
        PUBLICATIONS = "publications", _("Publications")
        COMPANIES = "companies", _("Companies that employ such people")
        TRENDS = "trends", _("Trends in the field")
        INTERESTS = "interests", _("What interests them")

    debrief = models.ForeignKey(Debrief, on_delete=models.CASCADE, related_name="noted")
    kind = models.CharField(max_length=20, choices=Kind)
    text = models.CharField(max_length=300)
    note = models.CharField(max_length=300, blank=True)
    follow_up = models.BooleanField(default=False)
    followed_up_at = models.DateTimeField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["kind", "position", "pk"]

    def __str__(self) -> str:
        return self.text


class Finding(Owned):
    """One statement about an occupation: who said it, when, and which criterion it bears on.

    stance: -1 speaks against, +1 for, 0 neither, empty when not said. quote: in their own words.
    answer: the planned question it came from, when it came from one.
    """

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="findings")
    answer = models.OneToOneField(
        Answer, null=True, blank=True, on_delete=models.SET_NULL, related_name="finding"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="findings")
    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="findings")
    criterion = models.CharField(max_length=60)
    text = models.TextField()
    quote = models.BooleanField(default=False)
    stance = models.SmallIntegerField(null=True, blank=True)
    confidence = models.PositiveSmallIntegerField(default=70)  # 0-100
    said_on = models.DateField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["said_on", "position", "pk"]
        indexes = [models.Index(fields=["owner", "candidate", "criterion"], name="finding_by_cell")]

    def __str__(self) -> str:
        return self.text


class WantMet(Owned):
    """Whether this work, as one talk showed it, offers something the seeker wants; no row while it is not known."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="wants_met")
    want = models.ForeignKey(Want, on_delete=models.CASCADE, related_name="+")
    met = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["interview", "want"], name="a_want_once_a_talk")]

    def __str__(self) -> str:
        return f"{self.want}: {'met' if self.met else 'not met'}"


class PathStep(Owned):
    """One step of the person's own way: job, organisation, years, how they moved."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="path")
    position = models.PositiveSmallIntegerField()
    job = models.CharField(max_length=200)
    organisation = models.CharField(max_length=200, blank=True)
    years = models.CharField(max_length=40, blank=True)
    how = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.job


class WayIn(Owned):
    """One way into the work, and who told of it."""

    class Kind(models.TextChoices):
        DEGREE = "degree", _("degree")
        CERTIFICATE = "certificate", _("certificate")
        APPRENTICESHIP = "apprenticeship", _("apprenticeship")
        PORTFOLIO = "portfolio", _("portfolio")
        ON_THE_JOB = "on_the_job", _("learned on the job")
        OTHER = "other", _("another way")

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="ways_in")
    kind = models.CharField(max_length=20, choices=Kind)
    text = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.text or self.get_kind_display()


class Opportunity(Owned):
    """A way to try the work: an idea list, no application tracker."""

    class Kind(models.TextChoices):
        VOLUNTEER = "volunteer", _("volunteer")
        SEASONAL = "seasonal", _("seasonal")
        PART_TIME = "part_time", _("part-time")
        INTERNSHIP = "internship", _("internship")
        SHADOW = "shadow", _("job shadow")
        PROJECT = "project", _("project")
        OTHER = "other", _("other")

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="opportunities")
    kind = models.CharField(max_length=12, choices=Kind)
    text = models.CharField(max_length=300)
    organisation = models.CharField(max_length=200, blank=True)
    when = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return self.text


class Quality(Owned):
    """A strength or a gap of mine that the talk showed, with its evidence."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="qualities")
    strength = models.BooleanField()
    text = models.CharField(max_length=300)
    evidence = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.text


class Advice(Owned):
    """Advice they gave, an offer they made, or something I promised: each is done one day."""

    class Kind(models.TextChoices):
        ADVICE = "advice", _("advice to follow")
        OFFER = "offer", _("they offered")
        PROMISE = "promise", _("I promised")

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="advice")
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.CharField(max_length=300)
    by = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.text


class Transcript(Owned):
    """What was said in one talk, word by word, as a program wrote it down. Kept only when the other person agreed.

    turns: [speaker, text, seconds from the beginning or null], oldest first; who: by speaker, them, me or other;
    used: numbers of the lines that were taken into the record, by what they became.
    """

    class Agreed(models.TextChoices):
        BEFORE = "before", _("yes, before the talk")
        BEGINNING = "beginning", _("yes, when it began")
        AFTERWARDS = "afterwards", _("yes, afterwards")

    interview = models.OneToOneField(Interview, on_delete=models.CASCADE, related_name="transcript")
    agreed = models.CharField(max_length=12, choices=Agreed)
    agreed_who = models.CharField(max_length=200)
    layout = models.CharField(max_length=8)
    turns = models.JSONField(default=list)
    who = models.JSONField(default=dict)
    used = models.JSONField(default=dict)
    kept_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"transcript of {self.interview}"
