from django.urls import path

from halfhour.contact.views import answering, asking, calling, introducing, overview, rehearsing, writing

ONE = "approaches/<int:approach_id>/"

urlpatterns = [
    path("", overview.index, name="index"),
    path("samples/", overview.samples, name="samples"),
    path("people/<int:person_id>/ask/", asking.ask, name="ask"),
    path("people/<int:person_id>/addresses/", asking.addresses, name="addresses"),
    path(ONE, writing.approach, name="approach"),
    path(f"{ONE}ask/", asking.change, name="change"),
    path(f"{ONE}draft/", writing.draft, name="draft"),
    path(f"{ONE}draft/new/", writing.renewing, name="renewing"),
    path(f"{ONE}draft/mine/", writing.keeping, name="keeping"),
    path(f"{ONE}draft/choice/", writing.deciding, name="deciding"),
    path(f"{ONE}check/", writing.check, name="check"),
    path(f"{ONE}promise/", writing.promise, name="promise"),
    path(f"{ONE}eml/", writing.eml, name="eml"),
    path(f"{ONE}letter/", writing.letter, name="letter"),
    path(f"{ONE}sending/", writing.sending, name="sending"),
    path(f"{ONE}call/", calling.call, name="call"),
    path(f"{ONE}attempts/", calling.attempts, name="attempts"),
    path("attempts/<int:attempt_id>/promise/", calling.next_call, name="next_call"),
    path("attempts/<int:attempt_id>/bounce/", calling.bounced, name="bounced"),
    path(f"{ONE}replies/", answering.replies, name="replies"),
    path(f"{ONE}replies/reading/", answering.reading, name="reading"),
    path("replies/<int:reply_id>/meaning/", answering.judging, name="judging"),
    path("replies/<int:reply_id>/day/", calling.call_back, name="call_back"),
    path(f"{ONE}names/", answering.named, name="named"),
    path(f"{ONE}thanks/", answering.thanks, name="thanks"),
    path(f"{ONE}lines/", answering.lines, name="lines"),
    path(f"{ONE}closing/", answering.closing, name="closing"),
    path(f"{ONE}reopening/", answering.reopening, name="reopening"),
    path(f"{ONE}introductions/", introducing.introductions, name="introductions"),
    path("introductions/<int:introduction_id>/outcome/", introducing.outcome, name="introduction_outcome"),
    path("introductions/<int:introduction_id>/reminder/", introducing.reminding, name="reminding"),
    path(f"{ONE}calendar.ics", calling.calendar, name="calendar"),
    path(f"{ONE}rehearsal/", rehearsing.rehearsal, name="rehearsal"),
]
