from django.apps import AppConfig


class PrepareConfig(AppConfig):
    name = "halfhour.prepare"
    label = "prepare"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from halfhour.due.registry import provides
        from halfhour.prepare.due import wanted_for_plan

        provides("prepare.plan", "prepare", wanted_for_plan)
