from django.apps import AppConfig


class ChooseConfig(AppConfig):
    name = "halfhour.choose"
    label = "choose"
    default_auto_field = "django.db.models.BigAutoField"
