"""What a found occupation is called."""

import pytest

from halfhour.choose.rules.own_words import own_words

LONG = "User Experience Designer (UX Designer)"


@pytest.mark.parametrize(
    ("typed", "title", "kept"),
    [
        ("makes sound for games", "Sound Technician", "makes sound for games"),
        ("ux designer", LONG, "ux designer"),
        ("ux des", LONG, "UX Designer"),
        ("user exp", LONG, "User Experience Designer"),
        ("user ux", LONG, "user ux"),
        ("user ux de", LONG, LONG),
        ("  sound   designer ", "Sound Designer", "sound designer"),
        ("nur", "Registered Nurses", "Registered Nurses"),
        ("graphic designer", "Graphic Designers", "graphic designer"),
        ("graphic design", "Graphic Designers", "Graphic Designers"),
        ("paramedic", "Emergency Medical Technicians and Paramedics", "paramedic"),
        ("", "Sound Designer", "Sound Designer"),
        ("soudn", "Sound Designer", "soudn"),
        ("piano", "", "piano"),
        ("", "", ""),
        ("R&D", "Research Scientist", "R&D"),
    ],
)
def test_own_words(typed: str, title: str, kept: str) -> None:
    assert own_words(typed, title) == kept
