"""Human resources and recruiters are a way to a name, not a source."""

import pytest

from halfhour.find.rules.routes import is_route, is_route_for


@pytest.mark.parametrize(
    ("title", "code", "route"),
    [
        ("Talent Acquisition Partner", None, True),
        ("Technical Recruiter", None, True),
        ("HR Business Partner", None, True),
        ("Head of Human Resources", None, True),
        ("People Operations Manager", None, True),
        ("Workforce specialist", "13-1071.00", True),
        ("Sound designer", "27-4014.00", False),
        ("Three-D artist", None, False),  # no "hr" inside a word
        ("Talented guitarist", None, False),
        ("People person", None, False),
        ("", None, False),
    ],
)
def test_is_route(title: str, code: str | None, route: bool) -> None:
    assert is_route(title, code) is route


@pytest.mark.parametrize(
    ("wanted", "route"),
    [("27-4014.00", True), (None, True), ("13-1071.00", False), ("11-3121.00", False)],
    ids=["another occupation", "not said", "human resources", "its managers"],
)
def test_who_asks_about_human_resources_asks_them(wanted: str | None, route: bool) -> None:
    assert is_route_for("Technical Recruiter", "13-1071.00", wanted) is route
