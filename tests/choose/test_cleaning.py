"""Titles as people write them, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from halfhour.choose.rules.cleaning import clean, normal, stem, word_key

FULL = {
    "Sr. SWE II @ Acme": "software engineer",
    "Staff SDE, Payments Platform (L6)": "payments platform software engineer",
    "Software Engineer at Google": "software engineer",
    "Attorney at Law": "attorney at law",
    "VP of Sales": "director of sales",
    "VP, Marketing": "marketing director",
    "Vice President": "vice president",
    "Head of Design": "manager of design",
    "ANALYST, SENIOR SUPPLY CHAIN": "supply chain analyst",
    "Sr. Mgr., Total Rewards": "total rewards manager",
    "Nurse (RN) - Night Shift - Req #12345": "nurse",
    "EMT-B, night shift": "emergency medical technician",
    "R&D Engineer": "research and development engineer",
    "C++ Developer | Speaker | Dad": "cplusplus developer",
    "Analyst -> Product Manager": "analyst",
    "QA Team Lead": "quality assurance engineer",
    "Java Team Lead": "java developer",
    "Principal Member of Technical Staff": "member of technical staff",
    "Structural EIT": "structural engineer in training",
    "Dev Lead": "developer",
    "Warehouse Lead": "warehouse leader",
    "Valuations Senior": "valuations consultant",
    "Audit Senior": "audit associate",
    "Engineer Senior": "engineer",
    "VP, Software Engineer": "software engineer",
    "AVP, Portfolio Manager": "portfolio manager",
    "Finance - Analyst": "finance analyst",
    "Physician (Neonatal Medicine)": "neonatal medicine physician",
    "Animal caretaker exc farm and laboratory": "animal caretaker",
    "Fundraiser 13-1131": "fundraiser",
    "Remote Contract Java Developer (W2)": "contract java developer",
    "Tech Lead": "technical leader",
    "Manager (Advisory)": "advisory manager",
    "SENIOR RESEARCH ANALYST (FINANCIAL ANALYST)": "research analyst",
    "Post Doctoral Associate": "postdoctoral associate",
    "Data Base Administrator": "database administrator",
    "Tax Senior": "tax associate",
    "SAP SD Consultant": "sap consultant",
    "Sr. Guidewire Developer": "application developer",
    "Informatica/ETL Consultant": "data warehouse consultant",
    "Power BI Developer": "business intelligence developer",
    "Java/J2EE Developer": "java developer",
    "WebSphere Administrator": "systems administrator",
    "Oracle Sales Manager": "oracle sales manager",
    "Salesforce Account Executive": "salesforce account executive",
    "Oracle": "oracle",
    "Lead Tech": "technician",
}


@pytest.mark.parametrize(("title", "full"), FULL.items(), ids=FULL.keys())
def test_first_title_with_its_modifiers(title: str, full: str) -> None:
    assert clean(title).full == full


def test_what_is_cut_is_kept() -> None:
    cleaned = clean("Senior Engineer II (Platform) @ Acme Corp | Author")
    assert (cleaned.core, cleaned.second, cleaned.inside, cleaned.employer) == (
        "platform engineer",
        "author",
        "platform",
        "acme corp",
    )
    assert cleaned.grades == ("senior", "ii")


def test_a_second_role_after_the_employer_is_kept() -> None:
    assert clean("Engineer @ Acme | Yoga Teacher").second == "yoga teacher"


def test_keys_of_comparison() -> None:
    assert normal("  Sr. Nurse’s–Aide ") == "sr nurses aide"
    assert word_key("engineer station") == word_key("stations engineer")
    assert [stem(word) for word in ("nurses", "policies", "boss", "business", "foremen", "physics")] == [
        "nurse", "policy", "boss", "business", "foreman", "physics",
    ]  # fmt: skip


@given(st.text(max_size=500))
def test_any_text_can_be_cleaned(title: str) -> None:
    cleaned = clean(title)
    assert cleaned.full == cleaned.full.lower()
    assert "  " not in cleaned.full
