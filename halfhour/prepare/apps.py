from django.apps import AppConfig


class PrepareConfig(AppConfig):
    name = "halfhour.prepare"
    label = "prepare"
    default_auto_field = "django.db.models.BigAutoField"
