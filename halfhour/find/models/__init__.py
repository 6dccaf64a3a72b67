"""The people I know of, how I found them, and who could introduce me."""

from halfhour.find.models.files import ColumnsRead, Import
from halfhour.find.models.joined import Merge, Pair
from halfhour.find.models.known import Acquaintance, Common, Listing, NotIt, Referral
from halfhour.find.models.people import Correction, Organisation, Person, PersonQuerySet, Source
from halfhour.find.models.rows import ImportRow

__all__ = [
    "Acquaintance",
    "ColumnsRead",
    "Common",
    "Correction",
    "Import",
    "ImportRow",
    "Listing",
    "Merge",
    "NotIt",
    "Organisation",
    "Pair",
    "Person",
    "PersonQuerySet",
    "Referral",
    "Source",
]
