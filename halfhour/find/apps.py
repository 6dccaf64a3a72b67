from django.apps import AppConfig


class FindConfig(AppConfig):
    name = "halfhour.find"
    label = "find"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from halfhour.due.registry import provides
        from halfhour.find.due import wanted_for_acquaintance

        provides("find.acquaintance", "find", wanted_for_acquaintance)
