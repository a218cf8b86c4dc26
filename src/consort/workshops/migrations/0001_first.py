import uuid

import django.db.models.deletion
from django.db import migrations, models

import consort.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0003_key_mark"),
        ("rounds", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Workshop",
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
                ("title", models.CharField(max_length=120, verbose_name="title")),
                ("purpose", models.CharField(blank=True, max_length=300, verbose_name="what it is for")),
                ("starts_at", models.DateTimeField(verbose_name="begins")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("live", "live"),
                            ("ended", "ended"),
                            ("called_off", "called off"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("code", models.CharField(max_length=6)),
                ("held_at", models.DateTimeField(blank=True, null=True)),
                ("began_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ends_by", models.DateTimeField(blank=True, null=True)),
                ("planned", models.DateTimeField(default=consort.core.clock.now)),
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
                    "facilitator",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
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
                "ordering": ["-starts_at"],
                "indexes": [models.Index(fields=["organization", "state", "starts_at"], name="workshop_when")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("planned", "live"))),
                        fields=("code",),
                        name="one_workshop_per_code",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("began_at__isnull", False), ("ended_at", None), ("state", "live")),
                            models.Q(("began_at__isnull", False), ("ended_at__isnull", False), ("state", "ended")),
                            models.Q(("began_at", None), ("state__in", ("planned", "called_off"))),
                            _connector="OR",
                        ),
                        name="a_workshop_has_the_times_of_its_state",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("held_at", None), ("state", "live"), _connector="OR"),
                        name="only_live_workshops_are_held",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("check-in", "Check in"),
                            ("write", "Write in silence"),
                            ("reveal", "Reveal and compare"),
                            ("group", "Group and name"),
                            ("rank", "Rank alone"),
                            ("allocate", "Share out points"),
                            ("rate", "Rate each alone"),
                            ("estimate", "Estimate alone"),
                            ("from-to", "From and to"),
                            ("discuss", "Discuss"),
                            ("decide", "Decide"),
                            ("commit", "Commit"),
                            ("after-action", "Look back on the workshop"),
                        ],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="name")),
                ("question", models.CharField(blank=True, max_length=300, verbose_name="question")),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="for whoever leads")),
                ("minutes", models.PositiveSmallIntegerField(default=5, verbose_name="minutes")),
                (
                    "names",
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
                ("items", models.JSONField(blank=True, default=list)),
                ("settings", models.JSONField(blank=True, default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "running"),
                            ("opened", "opened"),
                            ("done", "done"),
                            ("skipped", "skipped"),
                        ],
                        default="waiting",
                        max_length=7,
                    ),
                ),
                ("conclusion", models.TextField(blank=True, max_length=2000, verbose_name="what we concluded")),
                ("began_at", models.DateTimeField(blank=True, null=True)),
                ("ends_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "round",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="rounds.round",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="followed_by",
                        to="workshops.activity",
                    ),
                ),
                (
                    "workshop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="activities", to="workshops.workshop"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("running", "opened"))),
                        fields=("workshop",),
                        name="one_activity_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("running", "opened")), _negated=True),
                            models.Q(("began_at__isnull", False), ("ends_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_running_activity_has_its_clock",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "way",
                    models.CharField(
                        choices=[("room", "in the room"), ("remote", "from elsewhere"), ("own_time", "in my own time")],
                        default="room",
                        max_length=8,
                        verbose_name="how you take part",
                    ),
                ),
                ("joined_at", models.DateTimeField(blank=True, null=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                ("left_at", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
                (
                    "workshop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="workshops.workshop",
                    ),
                ),
            ],
            options={
                "ordering": ["person__first_name", "person__last_name"],
                "constraints": [models.UniqueConstraint(fields=("workshop", "person"), name="invited_once")],
            },
        ),
        migrations.CreateModel(
            name="Heading",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=120, verbose_name="name")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="headings", to="workshops.activity"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [models.UniqueConstraint(fields=("activity", "title"), name="one_heading_of_a_name")],
            },
        ),
        migrations.CreateModel(
            name="Idea",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.CharField(max_length=300)),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="ideas", to="workshops.activity"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.person",
                    ),
                ),
                (
                    "heading",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ideas",
                        to="workshops.heading",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
            },
        ),
    ]
