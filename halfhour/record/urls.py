from django.urls import path

from halfhour.record import resume_views, transcript_views, views

urlpatterns = [
    path("", views.index, name="index"),
    path("resumes/", resume_views.resumes, name="resumes"),
    path("talks/<int:interview_id>/", views.debrief, name="debrief"),
    path("talks/<int:interview_id>/typing/", views.autosave, name="autosave"),
    path("talks/<int:interview_id>/transcript/", transcript_views.transcript, name="transcript"),
    path("talks/<int:interview_id>/transcript/voices/", transcript_views.voices, name="voices"),
    path("talks/<int:interview_id>/transcript/lines/", transcript_views.lines, name="lines"),
    path(
        "talks/<int:interview_id>/transcript/removal/",
        transcript_views.transcript_removal,
        name="transcript_removal",
    ),
    path("entries/<int:noted_id>/follow-up/", views.following_up, name="following_up"),
    path("advice/<int:advice_id>/done/", views.advice_done, name="advice_done"),
]
