from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "halfhour.web"
    label = "web"
