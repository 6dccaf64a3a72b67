from django.db import migrations, models
from django.utils import timezone


class Migration(migrations.Migration):
    dependencies = [("due", "0001_first")]

    operations = [
        migrations.RemoveIndex("due", "due_open_by_time"),
        migrations.AddField("due", "shows_at", models.DateTimeField(default=timezone.now), preserve_default=False),
        migrations.AddIndex(
            "due",
            models.Index(condition=models.Q(("done_at", None)), fields=["owner", "shows_at"], name="due_open_by_showing"),
        ),
    ]
