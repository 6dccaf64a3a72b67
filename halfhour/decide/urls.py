from django.urls import path

from halfhour.decide import heard_views, telling_views, views

urlpatterns = [
    path("", views.index, name="index"),
    path("weights/", views.weights, name="weights"),
    path("candidates/<int:candidate_id>/", heard_views.heard, name="heard"),
    path("candidates/<int:candidate_id>/answers/", heard_views.answers, name="answers"),
    path("candidates/<int:candidate_id>/verdict/", views.verdict, name="verdict"),
    path("strengths/", heard_views.strengths, name="strengths"),
    path("confidence/", heard_views.confidence, name="confidence"),
    path("opportunities/", heard_views.opportunities, name="opportunities"),
    path("decision/", views.decision, name="decision"),
    path("telling/", telling_views.people, name="telling"),
    path("telling/<int:person_id>/", telling_views.note, name="note"),
    path("telling/<int:person_id>/sending/", telling_views.sending, name="note_sending"),
    path("report/", views.report_page, name="report"),
    path("report.<str:form>", views.report_file, name="report_file"),
]
