from django.urls import path

from halfhour.interview import calendar_views, invitation_views, live_views, views

urlpatterns = [
    path("", views.index, name="index"),
    path("chat/", views.chat, name="chat"),
    path("calendar/", calendar_views.other_calendar, name="other_calendar"),
    path("calendar/removal/", calendar_views.other_calendar_removal, name="other_calendar_removal"),
    path("talks/<int:interview_id>/both/", calendar_views.settling, name="settling"),
    path("approaches/<int:approach_id>/talk/", views.arrange, name="arrange"),
    path("talks/<int:interview_id>/", views.interview, name="interview"),
    path("talks/<int:interview_id>/time/", views.rescheduling, name="rescheduling"),
    path("talks/<int:interview_id>/place/", views.describing, name="describing"),
    path("talks/<int:interview_id>/confirmation/", views.confirming, name="confirming"),
    path("talks/<int:interview_id>/cancellation/", views.cancelling, name="cancelling"),
    path("talks/<int:interview_id>/absence/", views.missing, name="missing"),
    path("talks/<int:interview_id>/before/", views.before, name="before"),
    path("talks/<int:interview_id>/calendar.ics", views.calendar, name="calendar"),
    path("talks/<int:interview_id>/invitation.ics", invitation_views.invitation_file, name="invitation_file"),
    path("talks/<int:interview_id>/invitation/", invitation_views.inviting, name="inviting"),
    path("talks/<int:interview_id>/answers/", invitation_views.answer_file, name="answer_file"),
    path(
        "talks/<int:interview_id>/answers/<int:proposed_id>/",
        invitation_views.answer_decision,
        name="answer_decision",
    ),
    path("talks/<int:interview_id>/sheet/", views.sheet, name="sheet"),
    path("talks/<int:interview_id>/live/", live_views.live, name="live"),
    path("talks/<int:interview_id>/start/", live_views.starting, name="starting"),
    path("talks/<int:interview_id>/marks/", live_views.marks, name="marks"),
    path("talks/<int:interview_id>/end/", live_views.ending, name="ending"),
    path("talks/<int:interview_id>/continuation/", live_views.going_on, name="going_on"),
]
