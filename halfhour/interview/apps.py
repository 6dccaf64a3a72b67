from django.apps import AppConfig


class InterviewConfig(AppConfig):
    name = "halfhour.interview"
    label = "interview"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from halfhour.due.registry import provides
        from halfhour.interview.due import wanted_for_interview

        provides("interview.interview", "interview", wanted_for_interview)

        from halfhour.interview import mail

        mail.register()
