"""What a seeker does in the second step; each group of actions has its file."""

from halfhour.find.actions.coding import code_people, correct_level, correct_occupation, proposals
from halfhour.find.actions.importing import write_import
from halfhour.find.actions.people import (
    add_person,
    add_source,
    describe_organisation,
    describe_person,
    leave_alone,
    remove_person,
)
from halfhour.find.actions.questions import answer_row, ask_again, open_questions
from halfhour.find.actions.reading import discard_import, read_again, read_file
from halfhour.find.actions.sweeping import answer_sweep, mark_asked
from halfhour.find.actions.undoing import undo_import
from halfhour.find.actions.whom import Ranked, ranked

__all__ = [
    "Ranked",
    "add_person",
    "add_source",
    "answer_row",
    "answer_sweep",
    "ask_again",
    "code_people",
    "correct_level",
    "correct_occupation",
    "describe_organisation",
    "describe_person",
    "discard_import",
    "leave_alone",
    "mark_asked",
    "open_questions",
    "proposals",
    "ranked",
    "read_again",
    "read_file",
    "remove_person",
    "undo_import",
    "write_import",
]
