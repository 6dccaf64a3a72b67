"""Which country a letter comes from, as far as its telephone number and address tell: whose holidays are kept there.

Source: a default of ours; the international and North American numbering plans.
"""

import re

from halfhour.contact.rules.checks.contact_details import EMAIL, digits_of, phones
from halfhour.contact.rules.facts import Facts

_BY_PREFIX = {
    "353": "IE", "351": "PT", "352": "LU", "358": "FI", "359": "BG", "370": "LT", "371": "LV", "372": "EE", "380": "UA",
    "385": "HR", "386": "SI", "420": "CZ", "421": "SK", "852": "HK", "886": "TW", "971": "AE", "972": "IL", "234": "NG",
    "254": "KE", "27": "ZA", "30": "GR", "31": "NL", "32": "BE", "33": "FR", "34": "ES", "36": "HU", "39": "IT", "40": "RO",
    "41": "CH", "43": "AT", "44": "GB", "45": "DK", "46": "SE", "47": "NO", "48": "PL", "49": "DE", "52": "MX", "54": "AR",
    "55": "BR", "56": "CL", "60": "MY", "61": "AU", "62": "ID", "63": "PH", "64": "NZ", "65": "SG", "81": "JP", "82": "KR",
    "90": "TR", "91": "IN", "1": "US",
}  # fmt: skip
_CANADIAN = frozenset(
    [
        "204",
        "226",
        "236",
        "249",
        "250",
        "263",
        "289",
        "306",
        "343",
        "354",
        "365",
        "367",
        "368",
        "382",
        "387",
        "403",
        "416",
        "418",
        "428",
        "431",
        "437",
        "438",
        "450",
        "468",
        "474",
        "506",
        "514",
        "519",
        "548",
        "579",
        "581",
        "584",
        "587",
        "604",
        "613",
        "639",
        "647",
        "672",
        "683",
        "705",
        "709",
        "742",
        "753",
        "778",
        "780",
        "782",
        "807",
        "819",
        "825",
        "867",
        "873",
        "879",
        "902",
        "905",
    ]
)
_BY_ENDING = {
    "uk": "GB", "ie": "IE", "ca": "CA", "au": "AU", "nz": "NZ", "de": "DE", "fr": "FR", "nl": "NL", "be": "BE", "at": "AT",
    "ch": "CH", "es": "ES", "it": "IT", "se": "SE", "no": "NO", "dk": "DK", "fi": "FI", "pl": "PL", "in": "IN", "za": "ZA",
    "scot": "GB", "wales": "GB", "edu": "US", "gov": "US", "mil": "US",
}  # fmt: skip


def country_of(text: str, facts: Facts) -> str | None:
    """Return the sender's country as two capital letters, or None where nothing tells it.

    The facts come first, then the number the letter is signed with, then the ending of the address.
    """
    if facts.sender.country:
        return facts.sender.country.upper()
    spans = list(phones(text))
    numbers = [facts.sender.phone] if facts.sender.phone else [text[a:b] for a, b in spans][-1:]
    addresses = [facts.sender.email] if facts.sender.email else [one[0] for one in EMAIL.finditer(text)][-1:]
    ending = next((_BY_ENDING.get(one.rpartition(".")[2].lower()) for one in addresses), None)
    told = next((_of_number(one) for one in numbers), None)
    if told == "US" and ending == "CA":
        return "CA"
    return told or ending


def _of_number(number: str) -> str | None:
    digits = digits_of(number)
    if number.strip().startswith(("+", "00")):
        digits = digits.removeprefix("00")
        found = next((_BY_PREFIX[digits[:n]] for n in (3, 2, 1) if digits[:n] in _BY_PREFIX), None)
        return "CA" if found == "US" and digits[1:4] in _CANADIAN else found
    if re.match(r"08[3-9]", digits) and len(digits) == 10:
        return "IE"
    if re.match(r"0[1237]", digits) and len(digits) in {10, 11}:
        return "GB"
    national = digits.removeprefix("1") if len(digits) == 11 else digits
    if len(national) == 10 and re.match(r"[2-9]\d\d[2-9]", national):
        return "CA" if national[:3] in _CANADIAN else "US"
    return None
