from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "halfhour.record"
    label = "record"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from halfhour.due.registry import provides
        from halfhour.record.due import wanted_for_advice, wanted_for_interview

        provides("interview.interview", "record", wanted_for_interview)
        provides("record.advice", "record", wanted_for_advice)
