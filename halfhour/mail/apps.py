from django.apps import AppConfig


class MailConfig(AppConfig):
    name = "halfhour.mail"
    label = "mail"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from halfhour.due.registry import provides
        from halfhour.mail.due import wanted_for_incoming, wanted_for_mailbox, wanted_for_outgoing

        provides("mail.incoming", "mail", wanted_for_incoming)
        provides("mail.outgoing", "mail", wanted_for_outgoing)
        provides("mail.mailbox", "mail", wanted_for_mailbox)
