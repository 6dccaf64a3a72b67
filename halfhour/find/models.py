"""The people I know of, how I found them, and who could introduce me."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from halfhour.accounts.models import Level, Owned, OwnedQuerySet
from halfhour.choose.models import Candidate, Occupation


class Organisation(Owned):
    """An employer, school or association, and what is known about it."""

    name = models.CharField(max_length=200)
    website = models.CharField(max_length=300, blank=True)
    telephone = models.CharField(max_length=60, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="an_organisation_once")]

    def __str__(self) -> str:
        return self.name


class Source(Owned):
    """How I found a name; it becomes the "how I found you" line.

    name: the person, school, directory or publication; detail: what it said or what they did; on: its date.
    """

    class Kind(models.TextChoices):
        ACQUAINTANCE = "acquaintance", _("someone I know")
        SCHOOL = "school", _("my school or its alumni office")
        DIRECTORY = "directory", _("an association's directory")
        ARTICLE = "article", _("an article")
        ORGANISATION_CALL = "organisation_call", _("a call to the organisation")
        NETWORK = "network", _("a professional network")
        EVENT = "event", _("an event")
        REFERRAL = "referral", _("someone I talked to named them")
        ADMINISTRATOR = "administrator", _("an association's office")
        PUBLIC_PAGE = "public_page", _("a public page")
        OTHER = "other", _("another way")

    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200, blank=True)
    detail = models.CharField(max_length=300, blank=True)
    on = models.DateField(null=True, blank=True)
    terms = models.CharField(max_length=300, blank=True)  # what a directory allows
    may_mention = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name or self.get_kind_display()


class Import(Owned):
    """One file that was read: previewed first, then written in one transaction, undone as a whole."""

    file_name = models.CharField(max_length=255)
    kind = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)
    read = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    merged = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    told = models.JSONField(default=dict)  # remarks on the whole file: notes, counts, how columns were read
    file = models.BinaryField(null=True)  # a table's bytes until it is written: columns may be read again
    previewed_at = models.DateTimeField()
    written_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)

    stays_here = ("file",)

    class Meta:
        ordering = ["-previewed_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def to_map(self) -> bool:
        """Its columns have to be told before any row can be shown."""
        return bool(self.told.get("unread"))


class ColumnsRead(Owned):
    """How the seeker said the columns of a table are to be read; the next file with the same headings is read so."""

    headings = models.CharField(max_length=64)  # the digest of the headings
    fields = models.JSONField(default=dict)  # place of the column, from 0 -> field
    first_row = models.BooleanField(null=True)  # whether the first row is the headings, where asked
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "headings"], name="columns_read_once")]

    def __str__(self) -> str:
        return f"{len(self.fields)} columns"


class PersonQuerySet(OwnedQuerySet):
    def uncoded(self) -> Self:
        """Not yet looked at by the title coder."""
        return self.filter(coded_at=None, merged_into=None, removed_at=None)

    def uncompared(self) -> Self:
        """Not yet compared with everyone else here."""
        return self.filter(compared_at=None, merged_into=None, removed_at=None)

    def current(self) -> Self:
        return self.filter(merged_into=None, removed_at=None)


class Person(models.Model):
    """Someone who may do the work, or may know someone who does.

    The occupation is a proposal with a score and a reason until the seeker confirms it (`code_by` = seeker).
    `does_it` is what the seeker says about "do they do this work?", apart from the title.
    """

    class DoesIt(models.TextChoices):
        UNKNOWN = "", _("not said")
        YES = "yes", _("does it now")
        PAST = "past", _("did it once")
        NO = "no", _("does something else")

    class Relationship(models.TextChoices):
        UNKNOWN = "", _("not said")
        FAMILY = "family", _("family")
        FRIEND = "friend", _("friend")
        TEACHER = "teacher", _("teacher")
        COLLEAGUE = "colleague", _("worked together")
        CLASSMATE = "classmate", _("studied together")
        NEIGHBOUR = "neighbour", _("neighbour")
        ACQUAINTANCE = "acquaintance", _("acquaintance")
        MET_ONCE = "met_once", _("met once")
        ONLINE = "online", _("connected online only")
        STRANGER = "stranger", _("never met")

    owner = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=200)
    given = models.CharField(max_length=100, blank=True)
    family = models.CharField(max_length=100, blank=True)
    salutation = models.CharField(max_length=20, blank=True)  # Ms, Mr, Mx, Dr ... only when it is known
    pronoun = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=200, blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    email = models.CharField(max_length=254, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    url = models.CharField(max_length=500, blank=True)
    job_as_of = models.DateField(null=True, blank=True)  # the day title and organisation are known for
    typed = models.JSONField(default=list)  # names of the facts the seeker wrote by hand; imports leave them
    more = models.JSONField(default=dict)  # what files told that has no column here: further addresses, dates
    postal_address = models.TextField(max_length=500, blank=True)
    address_from = models.CharField(max_length=200, blank=True)  # where the address or number was found
    timezone = models.CharField(max_length=64, blank=True)
    prefers = models.CharField(max_length=20, blank=True)  # the channel they like
    relationship = models.CharField(max_length=20, choices=Relationship, blank=True)
    how_met = models.CharField(max_length=300, blank=True)
    school = models.CharField(max_length=200, blank=True)
    association = models.CharField(max_length=200, blank=True)
    hometown = models.CharField(max_length=200, blank=True)
    connected_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True)
    something_for_them = models.CharField(max_length=300, blank=True)

    occupation = models.ForeignKey(
        Occupation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    code_score = models.FloatField(null=True, blank=True)
    code_reason = models.CharField(max_length=300, blank=True)
    code_by = models.CharField(max_length=20, blank=True)  # "coder" or "seeker"
    level = models.CharField(max_length=20, choices=Level, default=Level.UNKNOWN)
    level_by = models.CharField(max_length=20, blank=True)
    route_only = models.BooleanField(default=False)  # recruiters and HR: ask them for a name
    coded_at = models.DateTimeField(null=True, blank=True)

    candidate = models.ForeignKey(
        Candidate, null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    does_it = models.CharField(max_length=10, choices=DoesIt, blank=True)
    swept_at = models.DateTimeField(null=True, blank=True)  # the seeker has answered the two questions
    save_for_later = models.BooleanField(default=False)

    source = models.ForeignKey(
        Source, null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    imported_by = models.ForeignKey(
        Import, null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    added_at = models.DateTimeField()
    do_not_contact_at = models.DateTimeField(null=True, blank=True)
    compared_at = models.DateTimeField(null=True, blank=True)  # with everyone else here, for duplicates
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="merged"
    )
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["owner", "family", "given"], name="person_by_name"),
            models.Index(fields=["owner", "occupation"], name="person_by_occupation"),
            models.Index(fields=["owner"], condition=Q(coded_at=None), name="person_uncoded"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def formal_name(self) -> str:
        """Ms Whitfield when the salutation is known, else the whole name."""
        return f"{self.salutation} {self.family}" if self.salutation and self.family else self.name

    @property
    def first_name(self) -> str:
        return self.given or self.name.split(" ")[0]


class ImportRow(models.Model):
    """What one line of a file became. `before` holds the fields an update overwrote, so it can be undone.

    A row that asks whether two are the same person stays a question until it is answered, also when the file is written.
    `fingerprint` finds such a row again in a later file, so that nobody is asked twice.
    """

    class Action(models.TextChoices):
        ADD = "add", _("added")
        UPDATE = "update", _("updated")
        MERGE = "merge", _("merged")
        SKIP = "skip", _("skipped")
        ASK = "ask", _("a question")

    import_file = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    action = models.CharField(max_length=10, choices=Action)
    reason = models.CharField(max_length=300)
    values = models.JSONField(default=dict)
    before = models.JSONField(default=dict)
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    fingerprint = models.CharField(max_length=24, blank=True)  # only of rows that asked

    class Meta:
        ordering = ["line", "pk"]
        indexes = [
            models.Index(fields=["import_file"], condition=Q(action="ask"), name="import_row_asks"),
            models.Index(fields=["import_file"], condition=~Q(fingerprint=""), name="import_row_asked"),
        ]

    def __str__(self) -> str:
        return f"line {self.line}: {self.action}"


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


class Pair(Owned):
    """Two entries that may be one person, and what the seeker said about it. "Two people" is remembered for ever.

    one: the earlier entry; score: the chance that they are one, 0 to 1; reasons: in words.
    """

    class Said(models.TextChoices):
        WAITS = "", _("not said")
        LATER = "later", _("later")
        TWO = "two", _("two people")

    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField(default=0.0)
    reasons = models.JSONField(default=list)
    said = models.CharField(max_length=10, choices=Said, blank=True)
    said_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["said_at", "-score", "pk"]
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="a_pair_once")]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"


class Merge(Owned):
    """Two entries became one. `told` holds what changed, so that it can be taken back for 30 days.

    gone keeps all its columns and points to kept; what hung on it hangs on kept. by: "seeker" or "program".
    """

    kept = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    gone = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    by = models.CharField(max_length=20)
    reasons = models.JSONField(default=list)
    told = models.JSONField(default=dict)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.gone} became {self.kept}"


class Correction(Owned):
    """The seeker's own word on what a title means; it wins over the coder from then on."""

    title = models.CharField(max_length=200)  # normalised by the coder's cleaning
    occupation = models.ForeignKey(
        Occupation, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "title"], name="a_correction_once")]

    def __str__(self) -> str:
        return self.title
