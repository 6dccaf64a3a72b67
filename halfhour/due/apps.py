from django.apps import AppConfig


class DueConfig(AppConfig):
    name = "halfhour.due"
    label = "due"
    default_auto_field = "django.db.models.BigAutoField"
