"""Every address of the program. Each step's own addresses stand in its folder."""

from django.urls import include, path

from halfhour.steps import STEPS
from halfhour.web import numbers_views, views

urlpatterns = [
    path("", views.today, name="today"),
    path("start/<str:secret>/", views.start, name="start"),
    path("welcome/", views.welcome, name="welcome"),
    path("me/", views.me, name="me"),
    path("me/settings/", numbers_views.numbers, name="numbers"),
    path("about-the-data/", views.about_the_data, name="about_the_data"),
    path("keys/", views.keys, name="keys"),
    path("mail/", include(("halfhour.mail.urls", "mail"))),
    *[path(f"{step.name}/", include((f"halfhour.{step.name}.urls", step.name))) for step in STEPS],
]

handler404 = "halfhour.web.views.not_found"
handler500 = "halfhour.web.views.server_error"
