from django.apps import AppConfig


class ThankConfig(AppConfig):
    name = "halfhour.thank"
    label = "thank"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from halfhour.due.registry import provides
        from halfhour.thank.due import wanted_for_advice, wanted_for_interview, wanted_for_touch
        from halfhour.thank.mail import register

        provides("interview.interview", "thank", wanted_for_interview)
        provides("record.advice", "thank", wanted_for_advice)
        provides("thank.keepintouch", "thank", wanted_for_touch)
        register()
