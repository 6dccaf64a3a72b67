from django.apps import AppConfig


class FindConfig(AppConfig):
    name = "halfhour.find"
    label = "find"
    default_auto_field = "django.db.models.BigAutoField"
