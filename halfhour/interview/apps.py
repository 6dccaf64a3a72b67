from django.apps import AppConfig


class InterviewConfig(AppConfig):
    name = "halfhour.interview"
    label = "interview"
    default_auto_field = "django.db.models.BigAutoField"
