"""What a seeker does in this step. Pages, the command line, the demo and later steps call these and nothing else."""

from halfhour.contact.actions.addresses import note_address
from halfhour.contact.actions.calling import (
    another_call_may_follow,
    name_call_back_day,
    note_assistant,
    promise_another_call,
    record_call,
)
from halfhour.contact.actions.closing import (
    close_approach,
    close_silent,
    follow_the_calendar,
    note_arranged,
    note_recorded,
    note_talked,
    reopen,
    thank_for_answer,
)
from halfhour.contact.actions.drafting import (
    Conflict,
    draft_of,
    keep_my_wording,
    save_draft,
    set_promise_day,
    take_new_draft,
)
from halfhour.contact.actions.introducing import (
    ask_introducer,
    news_checked,
    note_checked,
    note_introducer_heard,
    record_introduction,
    remind_introducer,
    tell_introducer,
)
from halfhour.contact.actions.offices import (
    Given,
    record_given_by_office,
    record_office_letter,
    record_organisation_call,
)
from halfhour.contact.actions.opening import change_ask, open_approach, organisation_warning
from halfhour.contact.actions.rehearsing import record_rehearsal
from halfhour.contact.actions.replying import Named, judge_again, record_named, record_reply
from halfhour.contact.actions.sending import (
    NotYetRight,
    permission_for,
    record_bounced,
    record_line,
    record_sent,
)
from halfhour.contact.facts_of import facts_of
from halfhour.contact.next_name import next_after, ranked_people, standing_with
from halfhour.contact.standings import asking_of, askings_of, standing_of

__all__ = [
    "Conflict",
    "Given",
    "Named",
    "NotYetRight",
    "another_call_may_follow",
    "ask_introducer",
    "asking_of",
    "askings_of",
    "change_ask",
    "close_approach",
    "close_silent",
    "draft_of",
    "facts_of",
    "follow_the_calendar",
    "judge_again",
    "keep_my_wording",
    "name_call_back_day",
    "news_checked",
    "next_after",
    "note_address",
    "note_arranged",
    "note_assistant",
    "note_checked",
    "note_introducer_heard",
    "note_recorded",
    "note_talked",
    "open_approach",
    "organisation_warning",
    "permission_for",
    "promise_another_call",
    "ranked_people",
    "record_bounced",
    "record_call",
    "record_given_by_office",
    "record_introduction",
    "record_line",
    "record_named",
    "record_office_letter",
    "record_organisation_call",
    "record_rehearsal",
    "record_reply",
    "record_sent",
    "remind_introducer",
    "reopen",
    "save_draft",
    "set_promise_day",
    "standing_of",
    "standing_with",
    "take_new_draft",
    "tell_introducer",
    "thank_for_answer",
]
