from django.urls import path

from halfhour.record import views

urlpatterns = [
    path("", views.index, name="index"),
    path("talks/<int:interview_id>/", views.debrief, name="debrief"),
    path("talks/<int:interview_id>/typing/", views.autosave, name="autosave"),
    path("entries/<int:noted_id>/follow-up/", views.following_up, name="following_up"),
    path("advice/<int:advice_id>/done/", views.advice_done, name="advice_done"),
]
