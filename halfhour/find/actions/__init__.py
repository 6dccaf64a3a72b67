"""What a seeker does in the second step; each group of actions has its file."""

from halfhour.find.actions.calling import list_organisation, named_by_call, unlist_organisation
from halfhour.find.actions.coding import code_people, correct_level, correct_occupation, proposals, readings
from halfhour.find.actions.comparing import compare_people, said_to_be_two, uncompared
from halfhour.find.actions.importing import write_import
from halfhour.find.actions.in_common import add_common, remove_common
from halfhour.find.actions.joining import (
    MAY_BE_UNDONE,
    ask_later,
    join_people,
    survivor_of,
    two_people,
    undo_join,
)
from halfhour.find.actions.people import (
    add_person,
    add_source,
    describe_organisation,
    describe_person,
    leave_alone,
    note_referral,
    remove_person,
)
from halfhour.find.actions.questions import answer_row, ask_again, open_questions
from halfhour.find.actions.reading import (
    discard_import,
    keep_own_path,
    own_path,
    read_again,
    read_file,
    read_pasted_list,
)
from halfhour.find.actions.servers import read_server
from halfhour.find.actions.sources import source_of_import
from halfhour.find.actions.sweeping import answer_sweep, mark_asked
from halfhour.find.actions.undoing import undo_import
from halfhour.find.actions.whom import Ranked, ranked

__all__ = [
    "MAY_BE_UNDONE",
    "Ranked",
    "add_common",
    "add_person",
    "add_source",
    "answer_row",
    "answer_sweep",
    "ask_again",
    "ask_later",
    "code_people",
    "compare_people",
    "correct_level",
    "correct_occupation",
    "describe_organisation",
    "describe_person",
    "discard_import",
    "join_people",
    "keep_own_path",
    "leave_alone",
    "list_organisation",
    "mark_asked",
    "named_by_call",
    "note_referral",
    "open_questions",
    "own_path",
    "proposals",
    "ranked",
    "read_again",
    "read_file",
    "read_pasted_list",
    "read_server",
    "readings",
    "remove_common",
    "remove_person",
    "said_to_be_two",
    "source_of_import",
    "survivor_of",
    "two_people",
    "uncompared",
    "undo_import",
    "undo_join",
    "unlist_organisation",
    "write_import",
]
