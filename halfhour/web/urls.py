"""Every address of the program. Each step's own addresses stand in its folder."""

from django.urls import include, path

from halfhour.steps import STEPS
from halfhour.web import views
from halfhour.web.numbers import views as numbers_views
from halfhour.web.today import notice_views
from halfhour.web.your_data import views as data_views

urlpatterns = [
    path("", views.today, name="today"),
    path("start/<str:secret>/", views.start, name="start"),
    path("welcome/", views.welcome, name="welcome"),
    path("me/", views.me, name="me"),
    path("me/settings/", numbers_views.numbers, name="numbers"),
    path("me/settings/notices/", notice_views.wish, name="notices_wish"),
    path("notices/", notice_views.coming, name="notices"),
    path("notices/shown/", notice_views.shown, name="notices_shown"),
    path("about-the-data/", views.about_the_data, name="about_the_data"),
    path("keys/", views.keys, name="keys"),
    path("phone/", views.phone, name="phone"),
    path("your-data/", data_views.your_data, name="your_data"),
    path("your-data/backup/", data_views.backup_file, name="backup_file"),
    path("your-data/export/", data_views.export_file, name="export_file"),
    path("your-data/morning/", data_views.morning_wish, name="morning_wish"),
    path("your-data/calendar/", data_views.feed_turning, name="feed_turning"),
    path("your-data/keeping/", data_views.keeping_all, name="keeping_all"),
    path("your-data/people/<int:person_id>/", data_views.person_data, name="person_data"),
    path("your-data/people/<int:person_id>/copy/", data_views.person_copy, name="person_copy"),
    path("your-data/people/<int:person_id>/keeping/", data_views.person_keeping, name="person_keeping"),
    path("your-data/people/<int:person_id>/erasing/", data_views.person_erasing, name="person_erasing"),
    path("calendar/<str:secret>", data_views.feed, name="feed"),
    path("mail/", include(("halfhour.mail.urls", "mail"))),
    *[path(f"{step.name}/", include((f"halfhour.{step.name}.urls", step.name))) for step in STEPS],
]

handler404 = "halfhour.web.views.not_found"
handler500 = "halfhour.web.views.server_error"
