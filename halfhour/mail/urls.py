from django.urls import path

from halfhour.mail import views

urlpatterns = [
    path("", views.index, name="index"),
    path("setup/", views.setup, name="setup"),
    path("trial/", views.trial, name="trial"),
    path("connection/", views.connection, name="connection"),
    path("disconnecting/", views.disconnecting, name="disconnecting"),
    path("left-alone/", views.leaving, name="leaving"),
    path("left-alone/<int:left_alone_id>/removal/", views.allowing, name="allowing"),
    path("messages/<int:message_id>/state/", views.state, name="state"),
    path("limit/", views.limit, name="limit"),
    path("messages/<int:message_id>/undoing/", views.undoing, name="undoing"),
    path("messages/<int:message_id>/sooner/", views.sooner, name="sooner"),
    path("messages/<int:message_id>/outcome/", views.outcome, name="outcome"),
    path("answers/<int:answer_id>/", views.answer, name="answer"),
    path("answers/<int:answer_id>/decision/", views.decision, name="decision"),
]
