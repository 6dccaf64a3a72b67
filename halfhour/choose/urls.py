from django.urls import path

from halfhour.choose import views, views_interests, views_occupation, views_reading

urlpatterns = [
    path("", views.index, name="index"),
    path("search/", views.search, name="search"),
    path("occupations/<str:code>/", views_occupation.occupation, name="occupation"),
    path("candidates/", views.candidates, name="candidates"),
    path("candidates/<int:candidate_id>/", views.candidate, name="candidate"),
    path("candidates/<int:candidate_id>/occupation/", views.coding, name="coding"),
    path("candidates/<int:candidate_id>/dropping/", views.dropping, name="dropping"),
    path("candidates/<int:candidate_id>/return/", views.taking_back, name="taking_back"),
    path("candidates/<int:candidate_id>/place/", views.moving, name="moving"),
    path("candidates/<int:candidate_id>/known/", views_occupation.known, name="known"),
    path("wants/", views.wants, name="wants"),
    path("wants/<int:want_id>/removal/", views.want_removal, name="want_removal"),
    path("aim/", views.aim, name="aim"),
    path("goals/", views.goals, name="goals"),
    path("reading/", views_reading.readings, name="readings"),
    path("reading/<int:reading_id>/note/", views_reading.noting, name="reading_note"),
    path("reading/<int:reading_id>/removal/", views_reading.removal, name="reading_removal"),
    path("profile/", views.profile, name="profile"),
    path("interests/", views_interests.interests, name="interests"),
    path("interests/results/", views_interests.results, name="interest_results"),
    path("interests/refusals/", views_interests.refusals, name="interest_refusals"),
]
