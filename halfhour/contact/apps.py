from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "halfhour.contact"
    label = "contact"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from halfhour.contact.asked import who_is_asked
        from halfhour.contact.due import wanted_for_approach
        from halfhour.contact.mail import register
        from halfhour.contact.rules.departments import department_for
        from halfhour.due.registry import provides
        from halfhour.find import departments
        from halfhour.find.asked import told_by

        provides("contact.approach", "contact", wanted_for_approach)
        told_by(who_is_asked)
        departments.told_by(department_for)
        register()
