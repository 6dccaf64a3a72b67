"""What to call an occupation that was found by typing: the seeker's own words, unless they were still typing a title.

Source: "Whom do you choose?": you may already have ideas; they are kept as typed. That "ux des" is on its way to
"UX Designer" is a default of ours. A name in the plural, "Graphic Designers", is no reason to change "graphic designer".
"""

import re

from halfhour.choose.rules.cleaning import plain_words

_BRACKETS = re.compile(r"\(([^)]*)\)")


def own_words(typed: str, matched_title: str) -> str:
    """The words to keep: what was typed, or the title it was the unfinished beginning of.

    typed: as in the field, may be empty; matched_title: the title by which the occupation was found, may be empty. Of
    "User Experience Designer (UX Designer)" the form that carries every typed word is taken.
    """
    words = plain_words(typed)
    if not words:
        return " ".join(matched_title.split())
    for form in _forms(matched_title):
        title = plain_words(form)
        if all(any(part.startswith(word) for part in title) for word in words):
            whole = all({word, f"{word}s", f"{word}es"} & set(title) for word in words)
            return " ".join(typed.split()) if whole else form
    return " ".join(typed.split())


def _forms(title: str) -> list[str]:
    """A title without its brackets, what stands in them, and all of it."""
    outside = " ".join(_BRACKETS.sub(" ", title).split())
    inside = [" ".join(part.split()) for part in _BRACKETS.findall(title)]
    return [form for form in (outside, *inside, " ".join(title.split())) if form]
