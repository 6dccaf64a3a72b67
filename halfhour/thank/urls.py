from django.urls import path

from halfhour.thank import contact_views, posting_views, views

urlpatterns = [
    path("", views.index, name="index"),
    path("map/", views.map_page, name="map"),
    path("people/", contact_views.people, name="people"),
    path("organisations/<int:organisation_id>/", contact_views.organisation, name="organisation"),
    path("advice/<int:advice_id>/told/", contact_views.advice_told, name="advice_told"),
    path("talks/<int:interview_id>/", views.talk, name="talk"),
    path("talks/<int:interview_id>/check/", views.talk_check, name="talk_check"),
    path("talks/<int:interview_id>/sending/", views.talk_sending, name="talk_sending"),
    path("talks/<int:interview_id>/posting/", posting_views.talk_posting, name="talk_posting"),
    path("talks/<int:interview_id>/leaving-out/", views.talk_leaving_out, name="talk_leaving_out"),
    path("talks/<int:interview_id>/eml/", views.talk_eml, name="talk_eml"),
    path("talks/<int:interview_id>/news/<int:person_id>/", views.news, name="news"),
    path("talks/<int:interview_id>/news/<int:person_id>/sending/", views.news_sending, name="news_sending"),
    path(
        "talks/<int:interview_id>/news/<int:person_id>/leaving-out/",
        views.news_leaving_out,
        name="news_leaving_out",
    ),
    path(
        "talks/<int:interview_id>/news/<int:person_id>/posting/",
        posting_views.news_posting,
        name="news_posting",
    ),
    path("touch/<int:touch_id>/", views.touch, name="touch"),
]
