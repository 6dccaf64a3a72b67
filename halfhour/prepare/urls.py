from django.urls import path

from halfhour.prepare import views

urlpatterns = [
    path("", views.index, name="index"),
    path("approaches/<int:approach_id>/", views.plan, name="plan"),
    path("approaches/<int:approach_id>/plan/", views.making, name="making"),
    path("approaches/<int:approach_id>/readiness/", views.readiness, name="readiness"),
    path("approaches/<int:approach_id>/sheet/", views.sheet, name="sheet"),
    path("approaches/<int:approach_id>/questions/", views.questions, name="questions"),
    path("approaches/<int:approach_id>/resume/", views.resume, name="resume"),
    path("approaches/<int:approach_id>/suggestions/", views.suggestions, name="suggestions"),
    path("questions/<int:line_id>/wording/", views.wording, name="wording"),
    path("questions/<int:line_id>/place/", views.moving, name="moving"),
    path("questions/<int:line_id>/weight/", views.weighing, name="weighing"),
    path("questions/<int:line_id>/removal/", views.removal, name="removal"),
    path("organisations/<int:organisation_id>/", views.brief, name="brief"),
]
