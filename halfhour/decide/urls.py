from django.urls import path

from halfhour.decide import views

urlpatterns = [
    path("", views.index, name="index"),
    path("weights/", views.weights, name="weights"),
    path("candidates/<int:candidate_id>/verdict/", views.verdict, name="verdict"),
    path("decision/", views.decision, name="decision"),
    path("report/", views.report_page, name="report"),
    path("report.<str:form>", views.report_file, name="report_file"),
]
