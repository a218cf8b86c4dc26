import uuid

import django.db.models.deletion
from django.db import migrations, models

import consort.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0002_search"),
        ("metrics", "0001_first"),
        ("rounds", "0001_first"),
    ]

    operations = [
        migrations.CreateModel(
            name="Culture",
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
                (
                    "mode",
                    models.CharField(
                        choices=[("attributed", "With names"), ("confidential", "Confidential")],
                        default="confidential",
                        max_length=12,
                        verbose_name="how it opens",
                    ),
                ),
                ("months", models.PositiveSmallIntegerField(default=24, verbose_name="months ahead")),
                ("started", models.DateTimeField(default=consort.core.clock.now)),
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
                "ordering": ["-started"],
            },
        ),
        migrations.CreateModel(
            name="Cycle",
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
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("begins", models.DateField(verbose_name="begins")),
                ("ends", models.DateField(verbose_name="ends")),
                ("every", models.PositiveSmallIntegerField(default=14, verbose_name="a check-in every so many days")),
                (
                    "stage",
                    models.CharField(
                        choices=[("plan", "Plan"), ("run", "Run"), ("review", "Review"), ("closed", "Closed")],
                        default="plan",
                        max_length=6,
                    ),
                ),
                ("reached", models.JSONField(blank=True, default=dict)),
                ("learned", models.TextField(blank=True, verbose_name="what we learned")),
                ("created", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "after",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="followed_by",
                        to="vision.cycle",
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
            ],
            options={
                "ordering": ["-begins"],
                "indexes": [models.Index(fields=["stage", "ends"], name="cycle_due")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("begins__lt", models.F("ends"))), name="cycle_begins_before_it_ends"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("every__gte", 1)), name="cycle_is_checked_at_least_some_day"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dismissal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "source",
                    models.CharField(choices=[("rule", "consistency rule"), ("check", "writing check")], max_length=5),
                ),
                ("name", models.CharField(max_length=40)),
                ("about_kind", models.CharField(max_length=40)),
                ("about_id", models.UUIDField()),
                ("other_id", models.UUIDField(blank=True, null=True)),
                ("seen", models.CharField(max_length=64)),
                ("reason", models.CharField(max_length=300, verbose_name="why it is left as it is")),
                ("made", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "by",
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
            ],
            options={
                "ordering": ["-made"],
                "indexes": [models.Index(fields=["organization", "source"], name="dismissal_source")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("other_id", None)),
                        fields=("name", "about_id"),
                        name="set_aside_once_of_one",
                    ),
                    models.UniqueConstraint(fields=("name", "about_id", "other_id"), name="set_aside_once_of_two"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Drill",
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
                ("enough", models.PositiveSmallIntegerField(verbose_name="how many one should be able to name")),
                ("threshold", models.PositiveSmallIntegerField(default=5)),
                ("started", models.DateTimeField(default=consort.core.clock.now)),
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
                "ordering": ["-started"],
            },
        ),
        migrations.CreateModel(
            name="Initiative",
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
                ("title", models.CharField(max_length=160, verbose_name="initiative")),
                ("what", models.TextField(blank=True, verbose_name="what is done")),
                ("begins", models.DateField(blank=True, null=True, verbose_name="begins")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="ends")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("stopped", "Stopped"),
                        ],
                        default="planned",
                        max_length=7,
                    ),
                ),
                ("because", models.TextField(blank=True, verbose_name="why it was stopped")),
                ("created", models.DateTimeField(default=consort.core.clock.now)),
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
                    "leads",
                    models.ManyToManyField(
                        blank=True, related_name="initiatives_led", to="core.person", verbose_name="led by"
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
                "ordering": ["created"],
                "indexes": [models.Index(fields=["organization", "state"], name="initiative_state")],
            },
        ),
        migrations.CreateModel(
            name="Priority",
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
                ("title", models.CharField(max_length=120, verbose_name="priority")),
                ("why", models.TextField(blank=True, verbose_name="why")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("closed", models.DateTimeField(blank=True, null=True)),
                ("closing_words", models.TextField(blank=True, verbose_name="why it is closed")),
                ("created", models.DateTimeField(default=consort.core.clock.now)),
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
                    "leads",
                    models.ManyToManyField(
                        blank=True, related_name="priorities_led", to="core.person", verbose_name="led by"
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
                "ordering": ["position", "created"],
                "indexes": [models.Index(fields=["organization", "closed"], name="priority_open")],
            },
        ),
        migrations.CreateModel(
            name="Publication",
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
                (
                    "published_to",
                    models.CharField(
                        choices=[
                            ("leaders", "All leaders"),
                            ("organization", "The organization"),
                            ("departments", "Departments"),
                            ("partnership", "A partnership"),
                        ],
                        default="leaders",
                        max_length=12,
                        verbose_name="published to",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("out", "Published"), ("taken_back", "Taken back")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("address", models.SlugField(blank=True, max_length=80, verbose_name="address of the public page")),
                ("opened", models.DateTimeField(blank=True, null=True)),
                ("indexed", models.BooleanField(default=False, verbose_name="search engines may list it")),
                ("created", models.DateTimeField(default=consort.core.clock.now)),
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
                    "departments",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="core.department", verbose_name="departments"
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
                "ordering": ["-created"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("address", ""), _negated=True),
                        fields=("organization", "address"),
                        name="one_publication_per_address",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opened", None),
                            models.Q(("state", "out"), models.Q(("address", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="public_page_is_out_and_has_an_address",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pulse",
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
                (
                    "mode",
                    models.CharField(
                        choices=[("attributed", "With names"), ("confidential", "Confidential")],
                        default="attributed",
                        max_length=12,
                        verbose_name="how it opens",
                    ),
                ),
                ("started", models.DateTimeField(default=consort.core.clock.now)),
                ("ended", models.DateTimeField(blank=True, null=True)),
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
                "ordering": ["-started"],
            },
        ),
        migrations.CreateModel(
            name="Purpose",
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
                ("version", models.PositiveIntegerField()),
                ("title", models.CharField(blank=True, max_length=120, verbose_name="name of the strategy")),
                ("vision", models.CharField(max_length=300, verbose_name="vision")),
                ("mission", models.TextField(blank=True, verbose_name="mission")),
                ("begins", models.DateField(blank=True, null=True, verbose_name="from")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="until")),
                ("because", models.TextField(blank=True, verbose_name="why it changed")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("agreed", "In force"), ("superseded", "Superseded")],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("agreed", models.DateTimeField(blank=True, null=True)),
                ("created", models.DateTimeField(default=consort.core.clock.now)),
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
                "ordering": ["-version"],
                "constraints": [
                    models.UniqueConstraint(fields=("organization", "version"), name="one_purpose_per_version"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "agreed")), fields=("organization",), name="one_purpose_in_force"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "draft"), ("agreed__isnull", False), _connector="OR"),
                        name="purpose_in_force_was_agreed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Source",
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
                ("name", models.CharField(max_length=200, verbose_name="name")),
                ("file_name", models.CharField(max_length=200, verbose_name="file")),
                ("identifier", models.CharField(blank=True, max_length=200)),
                ("identity", models.CharField(max_length=200)),
                ("document", models.JSONField()),
                ("remarks", models.JSONField(default=list)),
                ("brought", models.DateTimeField(default=consort.core.clock.now)),
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
                "ordering": ["-brought"],
                "indexes": [models.Index(fields=["organization", "identity"], name="source_identity")],
            },
        ),
        migrations.CreateModel(
            name="Coder",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("done", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
                (
                    "drill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="coders", to="vision.drill"
                    ),
                ),
            ],
            options={
                "ordering": ["person__first_name", "person__last_name"],
                "constraints": [models.UniqueConstraint(fields=("drill", "person"), name="coder_once_in_a_drill")],
            },
        ),
        migrations.CreateModel(
            name="Objective",
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
                ("title", models.CharField(max_length=160, verbose_name="objective")),
                ("why", models.TextField(blank=True, verbose_name="why")),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("organization", "The whole organization"),
                            ("department", "A department"),
                            ("partnership", "A partnership"),
                            ("person", "One person"),
                        ],
                        default="organization",
                        max_length=12,
                        verbose_name="whose it is",
                    ),
                ),
                ("begins", models.DateField(blank=True, null=True, verbose_name="begins")),
                ("due", models.DateField(blank=True, null=True, verbose_name="reached by")),
                ("next_look", models.DateField(blank=True, null=True, verbose_name="next look")),
                ("trigger", models.TextField(blank=True, verbose_name="what we do if it is off plan then")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("agreed", "Agreed"), ("closed", "Closed")],
                        default="draft",
                        max_length=6,
                    ),
                ),
                ("agreed", models.DateTimeField(blank=True, null=True)),
                ("closed", models.DateTimeField(blank=True, null=True)),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "Reached"),
                            ("carried_over", "Carried over"),
                            ("adapted", "Adapted"),
                            ("stopped", "Stopped"),
                        ],
                        max_length=12,
                        verbose_name="how it ended",
                    ),
                ),
                (
                    "score",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=3, null=True, verbose_name="score"),
                ),
                ("learned", models.TextField(blank=True, verbose_name="what we learned")),
                ("created", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="objectives",
                        to="vision.cycle",
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
                    "leads",
                    models.ManyToManyField(
                        blank=True, related_name="objectives_led", to="core.person", verbose_name="led by"
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
                "ordering": ["created"],
                "indexes": [models.Index(fields=["organization", "state"], name="objective_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("score", None), models.Q(("score__gte", 0), ("score__lte", 1)), _connector="OR"
                        ),
                        name="score_from_0_to_1",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed__isnull", False), ("state", "closed"), models.Q(("ending", ""), _negated=True)
                            ),
                            models.Q(models.Q(("state", "closed"), _negated=True), ("closed", None), ("ending", "")),
                            _connector="OR",
                        ),
                        name="closed_objective_says_how_it_ended",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DrillItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=120)),
                ("counts", models.CharField(blank=True, max_length=300, verbose_name="what counts")),
                (
                    "drill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="vision.drill"
                    ),
                ),
                (
                    "priority",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="vision.priority",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [models.UniqueConstraint(fields=("drill", "position"), name="drill_items_have_places")],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("because", models.CharField(blank=True, max_length=300, verbose_name="why it changed")),
                (
                    "asks",
                    models.CharField(
                        choices=[
                            ("read", "That they have read it"),
                            ("understood", "What it asks of them, in their own words"),
                            ("signs", "Their signature"),
                        ],
                        default="understood",
                        max_length=10,
                        verbose_name="what readers are asked for",
                    ),
                ),
                ("due", models.DateField(blank=True, null=True, verbose_name="answered by")),
                (
                    "every",
                    models.PositiveSmallIntegerField(
                        blank=True, default=7, null=True, verbose_name="a reminder every so many days"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("open", "Open"), ("closed", "Closed")],
                        default="draft",
                        max_length=6,
                    ),
                ),
                ("published", models.DateTimeField(blank=True, null=True)),
                ("closed", models.DateTimeField(blank=True, null=True)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="editions", to="vision.publication"
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(fields=("publication", "number"), name="one_edition_per_number"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "draft")), fields=("publication",), name="one_edition_is_drafted"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")), fields=("publication",), name="one_edition_is_open"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed", None), ("published", None), ("state", "draft")),
                            models.Q(("closed", None), ("published__isnull", False), ("state", "open")),
                            models.Q(("closed__isnull", False), ("published__isnull", False), ("state", "closed")),
                            _connector="OR",
                        ),
                        name="edition_has_the_dates_of_its_state",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PulseItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=120)),
                (
                    "priority",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="vision.priority",
                    ),
                ),
                (
                    "pulse",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="vision.pulse"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [models.UniqueConstraint(fields=("pulse", "position"), name="pulse_items_have_places")],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reservation", models.TextField(blank=True, verbose_name="reservation")),
                ("signed", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
                (
                    "purpose",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="signatures", to="vision.purpose"
                    ),
                ),
            ],
            options={
                "ordering": ["signed"],
                "constraints": [models.UniqueConstraint(fields=("purpose", "person"), name="signed_once")],
            },
        ),
        migrations.CreateModel(
            name="SourcePart",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=10)),
                ("thing", models.UUIDField()),
                ("shown", models.JSONField(default=dict)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="vision.source"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["thing"], name="part_that_became")],
                "constraints": [models.UniqueConstraint(fields=("source", "kind", "key"), name="one_thing_for_a_part")],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("one", models.CharField(max_length=120)),
                ("other", models.CharField(max_length=120)),
                ("kept", models.BooleanField(default=False)),
                (
                    "culture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="statements", to="vision.culture"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [models.UniqueConstraint(fields=("culture", "position"), name="statements_have_places")],
            },
        ),
        migrations.CreateModel(
            name="Value",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=80, verbose_name="value")),
                ("meaning", models.TextField(blank=True, verbose_name="what it asks of us")),
                (
                    "purpose",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="values", to="vision.purpose"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="WillNot",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("text", models.CharField(max_length=200, verbose_name="we will not")),
                ("because", models.CharField(blank=True, max_length=300, verbose_name="because")),
                (
                    "purpose",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="will_nots", to="vision.purpose"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="KeyResult",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("title", models.CharField(max_length=160, verbose_name="key result")),
                (
                    "aim",
                    models.CharField(
                        choices=[
                            ("increase", "Rise to the target"),
                            ("decrease", "Fall to the target"),
                            ("keep_above", "Stay at or above"),
                            ("keep_below", "Stay at or below"),
                            ("stay_between", "Stay between"),
                            ("milestone", "A milestone is passed"),
                        ],
                        max_length=12,
                        verbose_name="direction",
                    ),
                ),
                (
                    "baseline",
                    models.DecimalField(blank=True, decimal_places=6, max_digits=20, null=True, verbose_name="start"),
                ),
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
                ("begins", models.DateField(blank=True, null=True, verbose_name="from")),
                ("due", models.DateField(blank=True, null=True, verbose_name="by")),
                ("passed", models.DateField(blank=True, null=True, verbose_name="passed on")),
                (
                    "metric",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="metrics.metric",
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
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="key_results", to="vision.objective"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "indexes": [models.Index(fields=["metric"], name="key_result_on_metric")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("aim", "milestone"), ("metric", None), ("target_high", None), ("target_low", None)
                            ),
                            models.Q(
                                models.Q(("aim", "milestone"), _negated=True),
                                ("metric__isnull", False),
                                ("passed", None),
                            ),
                            _connector="OR",
                        ),
                        name="key_result_has_a_metric_or_is_a_milestone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("aim__in", ["increase", "keep_above", "stay_between"]), _negated=True),
                            ("target_low__isnull", False),
                            _connector="OR",
                        ),
                        name="key_result_has_its_low",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("aim__in", ["decrease", "keep_below", "stay_between"]), _negated=True),
                            ("target_high__isnull", False),
                            _connector="OR",
                        ),
                        name="key_result_has_its_high",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("target_low", None),
                            ("target_high", None),
                            ("target_low__lte", models.F("target_high")),
                            _connector="OR",
                        ),
                        name="key_result_low_is_not_above_high",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dependency",
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
                ("what", models.CharField(max_length=240, verbose_name="what do you need")),
                ("why", models.TextField(blank=True, verbose_name="what hangs on it")),
                ("needed", models.DateField(verbose_name="needed by")),
                ("promised", models.DateField(blank=True, null=True, verbose_name="promised for")),
                ("delivered", models.DateField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "Asked, no answer"),
                            ("countered", "Countered"),
                            ("accepted", "Promised"),
                            ("declined", "Declined"),
                            ("delivered", "Delivered"),
                            ("confirmed", "Confirmed"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="asked",
                        max_length=9,
                    ),
                ),
                ("since", models.DateTimeField(default=consort.core.clock.now)),
                ("slipped_on", models.DateField(blank=True, null=True)),
                ("made", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "asking",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.department"
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
                    "giving",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.department",
                        verbose_name="whom do you need it from",
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
                    "objective",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="dependencies",
                        to="vision.objective",
                    ),
                ),
            ],
            options={
                "ordering": ["needed", "made"],
                "indexes": [
                    models.Index(fields=["organization", "state"], name="dependency_state"),
                    models.Index(fields=["giving", "state"], name="dependency_on_giving"),
                    models.Index(fields=["asking", "state"], name="dependency_of_asking"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("asking", models.F("giving")), _negated=True),
                        name="dependency_needs_two_sides",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("accepted", "delivered", "confirmed")), _negated=True),
                            ("promised__isnull", False),
                            _connector="OR",
                        ),
                        name="accepted_dependency_has_a_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("delivered", "confirmed")), _negated=True),
                            ("delivered__isnull", False),
                            _connector="OR",
                        ),
                        name="delivered_dependency_says_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckIn",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("confidence", models.PositiveSmallIntegerField(verbose_name="how likely it is reached by its date")),
                ("note", models.TextField(blank=True, verbose_name="what happened")),
                ("progress", models.DecimalField(blank=True, decimal_places=3, max_digits=4, null=True)),
                ("at", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="rounds.round",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="check_ins",
                        to="vision.cycle",
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="check_ins", to="vision.objective"
                    ),
                ),
            ],
            options={
                "ordering": ["at"],
                "indexes": [models.Index(fields=["objective", "at"], name="check_in_of_objective")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("confidence__lte", 100)), name="confidence_is_a_percentage"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("round__isnull", False)),
                        fields=("round", "person"),
                        name="checked_in_once_a_round",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Catchball",
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
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("down", "With those who carry it"),
                            ("back", "Back for an answer"),
                            ("agreed", "Agreed"),
                            ("ended", "Ended without agreement"),
                        ],
                        default="down",
                        max_length=6,
                    ),
                ),
                ("since", models.DateTimeField(default=consort.core.clock.now)),
                ("made", models.DateTimeField(default=consort.core.clock.now)),
                ("because", models.TextField(blank=True, verbose_name="why it ended")),
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
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="catchballs", to="vision.objective"
                    ),
                ),
            ],
            options={
                "ordering": ["made"],
                "indexes": [models.Index(fields=["organization", "state"], name="catchball_state")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("down", "back"))),
                        fields=("objective",),
                        name="one_catchball_in_the_air",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Carrier",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("asked", models.DateTimeField(default=consort.core.clock.now)),
                ("reminded", models.DateTimeField(blank=True, null=True)),
                ("line", models.CharField(blank=True, max_length=300, verbose_name="what it asks of our people")),
                ("confirmed", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.person",
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.department"
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="carriers", to="vision.objective"
                    ),
                ),
            ],
            options={
                "ordering": ["asked", "department__name"],
                "constraints": [
                    models.UniqueConstraint(fields=("objective", "department"), name="carried_once_by_a_department")
                ],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("made", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="agreements", to="vision.objective"
                    ),
                ),
            ],
            options={
                "ordering": ["made"],
                "constraints": [models.UniqueConstraint(fields=("objective", "person"), name="agreed_once")],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("suggested", models.DecimalField(blank=True, decimal_places=2, max_digits=3, null=True)),
                ("because", models.TextField(blank=True, verbose_name="why")),
                ("at", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "next",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="vision.objective",
                    ),
                ),
                (
                    "objective",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="review", to="vision.objective"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Section",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("thing_kind", models.CharField(blank=True, max_length=40)),
                ("thing_id", models.UUIDField(blank=True, null=True)),
                ("title", models.CharField(max_length=300)),
                ("parts", models.JSONField(default=list)),
                ("digest", models.CharField(max_length=64)),
                ("is_public", models.BooleanField(default=False, verbose_name="on the public page")),
                (
                    "permission",
                    models.CharField(
                        blank=True,
                        choices=[("", "Not needed"), ("asked", "Asked"), ("given", "Given"), ("declined", "Declined")],
                        default="",
                        max_length=8,
                    ),
                ),
                ("permission_words", models.CharField(blank=True, max_length=300, verbose_name="why not")),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sections", to="vision.edition"
                    ),
                ),
                (
                    "permission_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.person",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "indexes": [models.Index(fields=["thing_id", "permission"], name="section_of_thing")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("thing_id", None), ("thing_kind", "")),
                            models.Q(models.Q(("thing_kind", ""), _negated=True), ("thing_id__isnull", False)),
                            _connector="OR",
                        ),
                        name="section_has_a_thing_or_none",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Shift",
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
                ("position", models.PositiveSmallIntegerField()),
                ("start", models.CharField(max_length=160, verbose_name="from")),
                ("goal", models.CharField(max_length=160, verbose_name="to")),
                ("signs", models.TextField(blank=True, verbose_name="signs we will see")),
                ("chosen", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "culture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="shifts", to="vision.culture"
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
                    "statement",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="vision.statement",
                    ),
                ),
                (
                    "value",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="vision.value",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "chosen"],
            },
        ),
        migrations.CreateModel(
            name="Contradiction",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("because", models.CharField(max_length=300, verbose_name="why it does")),
                ("made", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "objective",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contradictions",
                        to="vision.objective",
                    ),
                ),
                (
                    "will_not",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="contradictions", to="vision.willnot"
                    ),
                ),
            ],
            options={
                "ordering": ["made"],
                "constraints": [models.UniqueConstraint(fields=("objective", "will_not"), name="contradicts_once")],
            },
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveIntegerField()),
                ("text", models.CharField(max_length=500)),
                ("times", models.PositiveIntegerField()),
                ("settled", models.DateTimeField(blank=True, null=True)),
                (
                    "drill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="wordings", to="vision.drill"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vision.drillitem",
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.person",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("drill", "position"), name="wordings_have_places"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("settled__isnull", False), models.Q(("item", None), ("settled_by", None)), _connector="OR"
                        ),
                        name="unsettled_wordings_mean_nothing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reader",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("asked", models.DateTimeField(default=consort.core.clock.now)),
                ("told", models.DateTimeField(blank=True, null=True)),
                ("done", models.DateTimeField(blank=True, null=True)),
                ("carried", models.BooleanField(default=False)),
                ("released", models.DateTimeField(blank=True, null=True)),
                ("words", models.TextField(blank=True, verbose_name="what it asks of us")),
                ("reservation", models.TextField(blank=True, verbose_name="reservation")),
                (
                    "mark",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not looked at yet"),
                            ("fits", "Fits"),
                            ("differs", "Differs: to be talked about"),
                            ("talked", "Differed: talked about it"),
                        ],
                        default="",
                        max_length=7,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="what came of it")),
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
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="readers", to="vision.edition"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
                (
                    "about",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="vision.section",
                    ),
                ),
            ],
            options={
                "ordering": ["asked", "person__first_name", "person__last_name"],
                "indexes": [models.Index(fields=["person", "done"], name="reader_owes")],
                "constraints": [
                    models.UniqueConstraint(fields=("edition", "person"), name="asked_once_per_edition"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done__isnull", False),
                            models.Q(
                                ("about", None), ("carried", False), ("mark", ""), ("reservation", ""), ("words", "")
                            ),
                            _connector="OR",
                        ),
                        name="only_who_has_answered_said_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Turn",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("verb", models.CharField(max_length=12)),
                ("what", models.CharField(blank=True, max_length=240)),
                ("day", models.DateField(blank=True, null=True)),
                ("because", models.TextField(blank=True)),
                ("at", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "dependency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="turns", to="vision.dependency"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
            ],
            options={
                "ordering": ["at"],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=160, verbose_name="objective")),
                ("due", models.DateField(blank=True, null=True, verbose_name="reached by")),
                ("targets", models.JSONField(blank=True, default=dict)),
                ("note", models.TextField(blank=True, verbose_name="a word with it")),
                ("thrown", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "catchball",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="vision.catchball"
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [models.UniqueConstraint(fields=("catchball", "number"), name="one_version_per_round")],
            },
        ),
        migrations.CreateModel(
            name="Recollection",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("claimed", models.PositiveSmallIntegerField(blank=True, null=True)),
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
                    "drill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="recollections", to="vision.drill"
                    ),
                ),
                ("wordings", models.ManyToManyField(related_name="recollections", to="vision.wording")),
            ],
        ),
        migrations.CreateModel(
            name="Code",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "coder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="codes", to="vision.coder"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vision.drillitem",
                    ),
                ),
                (
                    "wording",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="codes", to="vision.wording"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("wording", "coder"), name="coded_once_by_a_coder")],
            },
        ),
        migrations.CreateModel(
            name="Catcher",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("spoken", models.PositiveSmallIntegerField(default=0)),
                ("agreed", models.PositiveSmallIntegerField(default=0)),
                (
                    "catchball",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="catchers", to="vision.catchball"
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
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
            ],
            options={
                "ordering": ["person__first_name"],
                "constraints": [
                    models.UniqueConstraint(fields=("catchball", "person"), name="catches_once"),
                    models.CheckConstraint(
                        condition=models.Q(("agreed__lte", models.F("spoken"))),
                        name="who_agrees_to_a_version_has_spoken_to_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("title", "Other words"),
                            ("due", "Another date"),
                            ("target", "Another target"),
                            ("cannot", "We cannot"),
                        ],
                        max_length=6,
                    ),
                ),
                ("key_result", models.CharField(blank=True, max_length=36)),
                ("value", models.CharField(blank=True, max_length=160)),
                ("because", models.TextField(verbose_name="because")),
                ("made", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "answer",
                    models.CharField(
                        blank=True, choices=[("taken", "Taken"), ("not_taken", "Not taken")], max_length=9
                    ),
                ),
                ("answer_because", models.TextField(blank=True, verbose_name="because")),
                ("answered", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="proposals", to="vision.version"
                    ),
                ),
            ],
            options={
                "ordering": ["made"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered", None)),
                            models.Q(models.Q(("answer", ""), _negated=True), ("answered__isnull", False)),
                            _connector="OR",
                        ),
                        name="answered_proposal_says_when",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "target"), models.Q(("key_result", ""), _negated=True)),
                            models.Q(models.Q(("kind", "target"), _negated=True), ("key_result", "")),
                            _connector="OR",
                        ),
                        name="only_a_target_names_its_key_result",
                    ),
                ],
            },
        ),
    ]
