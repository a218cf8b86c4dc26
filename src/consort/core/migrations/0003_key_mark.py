from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("core", "0002_search")]

    operations = [
        migrations.CreateModel(
            name="KeyMark",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("fingerprint", models.CharField(max_length=16)),
            ],
        ),
    ]
