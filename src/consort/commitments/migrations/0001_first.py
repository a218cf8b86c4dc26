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
            name="Commitment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                        default="partnership",
                        max_length=12,
                        verbose_name="who can see this",
                    ),
                ),
                ("what", models.CharField(max_length=240, verbose_name="what")),
                ("cue", models.CharField(blank=True, max_length=300, verbose_name="when and how")),
                ("due", models.DateField(verbose_name="by when")),
                ("about_kind", models.CharField(blank=True, max_length=40)),
                ("about_id", models.UUIDField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Asked for"),
                            ("accepted", "Open"),
                            ("renegotiated", "New date asked"),
                            ("said_done", "Said done"),
                            ("kept", "Kept"),
                            ("missed", "Late"),
                            ("declined", "Declined"),
                            ("released", "Released"),
                        ],
                        default="accepted",
                        max_length=12,
                    ),
                ),
                ("silent_after", models.DateField()),
                ("missed_on", models.DateField(blank=True, null=True)),
                ("made", models.DateTimeField(default=consort.core.clock.now)),
                ("said_done", models.DateTimeField(blank=True, null=True)),
                ("settled", models.DateTimeField(blank=True, null=True)),
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
                    "giver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="commitments_given", to="core.person"
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
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="commitments_received",
                        to="core.person",
                    ),
                ),
            ],
            options={
                "ordering": ["due", "made"],
                "indexes": [
                    models.Index(fields=["giver", "state", "due"], name="commitment_of_giver"),
                    models.Index(fields=["receiver", "state", "due"], name="commitment_to_receiver"),
                    models.Index(fields=["partnership", "state", "due"], name="commitment_of_partnership"),
                    models.Index(fields=["state", "silent_after"], name="commitment_in_silence"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("giver", models.F("receiver")), _negated=True),
                        name="a_commitment_needs_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("about_id", None), ("about_kind", "")),
                            models.Q(("about_id__isnull", False), ("about_kind__gt", "")),
                            _connector="OR",
                        ),
                        name="commitment_is_about_a_kind_and_an_id",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled__isnull", False), ("state__in", ("kept", "declined", "released"))),
                            models.Q(
                                models.Q(("state__in", ("kept", "declined", "released")), _negated=True),
                                ("settled", None),
                            ),
                            _connector="OR",
                        ),
                        name="a_settled_commitment_has_its_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Renegotiation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("stood", models.DateField()),
                ("asked", models.DateField(verbose_name="new date")),
                ("reason", models.TextField(verbose_name="reason")),
                ("in_time", models.BooleanField()),
                ("made", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("agreed", "agreed"), ("refused", "refused"), ("overtaken", "overtaken")],
                        max_length=10,
                    ),
                ),
                ("answered", models.DateTimeField(blank=True, null=True)),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="renegotiations",
                        to="commitments.commitment",
                    ),
                ),
            ],
            options={
                "ordering": ["made"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answer", "")), fields=("commitment",), name="one_open_renegotiation"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered", None)),
                            models.Q(("answer__gt", ""), ("answered__isnull", False)),
                            _connector="OR",
                        ),
                        name="an_answer_has_its_time",
                    ),
                ],
            },
        ),
    ]
