from django.apps import AppConfig


class ThankConfig(AppConfig):
    name = "halfhour.thank"
    label = "thank"
    default_auto_field = "django.db.models.BigAutoField"
