import uuid

import django.db.models.deletion
from django.db import migrations, models

import consort.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0002_search"),
    ]

    operations = [
        migrations.CreateModel(
            name="Metric",
            fields=[
                (
                    "visibility",
                    models.CharField(
                        choices=[
                            ("me", "Only me"),
                            ("partnership", "The partnership"),
                            ("department", "My department"),
                            ("leaders", "All leaders"),
                            ("organization", "The organization"),
                        ],
                        default="leaders",
                        max_length=12,
                        verbose_name="who can see this",
                    ),
                ),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                ("definition", models.TextField(blank=True, verbose_name="what it counts")),
                ("unit", models.CharField(blank=True, max_length=20, verbose_name="unit")),
                ("decimals", models.PositiveSmallIntegerField(default=0, verbose_name="decimals")),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("increase", "Rise to the target"),
                            ("decrease", "Fall to the target"),
                            ("keep_above", "Stay at or above"),
                            ("keep_below", "Stay at or below"),
                            ("stay_between", "Stay between"),
                        ],
                        max_length=12,
                        verbose_name="direction",
                    ),
                ),
                (
                    "baseline",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=20, null=True, verbose_name="start"),
                ),
                ("begins", models.DateField(blank=True, null=True, verbose_name="start date")),
                (
                    "target_low",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=20, null=True, verbose_name="at least"
                    ),
                ),
                (
                    "target_high",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=20, null=True, verbose_name="at most"),
                ),
                ("target_date", models.DateField(blank=True, null=True, verbose_name="target date")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="source")),
                (
                    "every",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="a reading every so many days"
                    ),
                ),
                ("defined", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "department",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.department",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.organization"
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.person",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.partnership",
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "indexes": [models.Index(fields=["owner"], name="metric_of_owner")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("direction__in", ("increase", "keep_above", "stay_between")), _negated=True),
                            ("target_low__isnull", False),
                            _connector="OR",
                        ),
                        name="metric_has_its_low",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("direction__in", ("decrease", "keep_below", "stay_between")), _negated=True),
                            ("target_high__isnull", False),
                            _connector="OR",
                        ),
                        name="metric_has_its_high",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("target_low", None),
                            ("target_high", None),
                            ("target_low__lte", models.F("target_high")),
                            _connector="OR",
                        ),
                        name="metric_low_is_not_above_high",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("begins", None),
                            ("target_date", None),
                            ("begins__lt", models.F("target_date")),
                            _connector="OR",
                        ),
                        name="metric_begins_before_its_target",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("decimals__lte", 6)), name="metric_has_at_most_six_decimals"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateField(verbose_name="day")),
                ("value", models.DecimalField(decimal_places=6, max_digits=20, verbose_name="value")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="source")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="note")),
                ("written", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "metric",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="readings", to="metrics.metric"
                    ),
                ),
            ],
            options={
                "ordering": ["at"],
                "constraints": [models.UniqueConstraint(fields=("metric", "at"), name="one_reading_a_day")],
            },
        ),
    ]
