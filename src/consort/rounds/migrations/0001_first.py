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
            name="Round",
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
                ("kind", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("about_kind", models.CharField(blank=True, max_length=40)),
                ("about_id", models.UUIDField(blank=True, null=True)),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("attributed", "opened with your name"),
                            ("confidential", "confidential"),
                            ("anonymous", "anonymous"),
                        ],
                        default="attributed",
                        max_length=12,
                        verbose_name="how it opens",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("asking", "asking"), ("opened", "opened"), ("withdrawn", "withdrawn")],
                        default="asking",
                        max_length=9,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("opens_at", models.DateTimeField(blank=True, null=True, verbose_name="opens on")),
                ("opens_when_complete", models.BooleanField(default=True)),
                ("threshold", models.PositiveSmallIntegerField(default=5)),
                ("result", models.JSONField(blank=True, null=True)),
                ("receipts", models.JSONField(blank=True, default=list)),
                ("asked_at", models.DateTimeField(default=consort.core.clock.now)),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asker",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
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
                (
                    "previous",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="following",
                        to="rounds.round",
                    ),
                ),
                (
                    "seal",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="core.seal"),
                ),
            ],
            options={
                "ordering": ["asked_at"],
                "indexes": [
                    models.Index(fields=["about_id", "asked_at"], name="round_about"),
                    models.Index(fields=["state", "opens_at"], name="round_due"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("about_id", None), ("about_kind", "")),
                            models.Q(
                                models.Q(("about_kind", ""), _negated=True), models.Q(("about_id", None), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="rounds_are_about_a_whole_reference",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opened_at__isnull", False), ("result__isnull", False), ("state", "opened")),
                            models.Q(
                                models.Q(("state", "opened"), _negated=True),
                                ("opened_at", None),
                                ("result__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="opened_rounds_have_a_result",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("key", models.SlugField(max_length=60)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("rank", "put in order"),
                            ("scale", "place on a scale"),
                            ("choice", "choose one"),
                            ("approval", "choose all you could accept"),
                            ("probability", "how likely"),
                            ("number", "lower, best, upper"),
                            ("allocate", "share out points"),
                            ("pairs", "from and to"),
                            ("text", "in words"),
                        ],
                        max_length=11,
                    ),
                ),
                ("prompt", models.CharField(max_length=500)),
                ("hint", models.CharField(blank=True, max_length=500)),
                ("required", models.BooleanField(default=True)),
                ("settings", models.JSONField(blank=True, default=dict)),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="questions", to="rounds.round"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("round", "key"), name="one_question_per_key"),
                    models.UniqueConstraint(fields=("round", "position"), name="one_question_per_position"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Envelope",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("owner", models.UUIDField()),
                ("draft", models.BinaryField(blank=True, null=True)),
                ("sealed", models.BinaryField(blank=True, null=True)),
                ("receipt", models.CharField(blank=True, max_length=24)),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="envelopes", to="rounds.round"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("round", "owner"), name="one_envelope_per_owner"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("receipt", ""), ("sealed__isnull", True)),
                            models.Q(("sealed__isnull", False), models.Q(("receipt", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="sealed_envelopes_have_a_receipt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Asked",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("guest", models.CharField(blank=True, max_length=120)),
                ("done", models.BooleanField(default=False)),
                ("declined", models.BooleanField(default=False)),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.person",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="asked", to="rounds.round"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("person__isnull", False)), fields=("round", "person"), name="asked_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("done", False), ("declined", False), _connector="OR"),
                        name="done_or_declined_not_both",
                    ),
                ],
            },
        ),
    ]
