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
            name="Exercise",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("questions", models.JSONField()),
                ("begun", models.DateTimeField(default=consort.core.clock.now)),
                ("finished", models.DateTimeField(blank=True, null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="exercises", to="core.person"
                    ),
                ),
            ],
            options={
                "ordering": ["-begun"],
            },
        ),
        migrations.CreateModel(
            name="StatementMap",
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
                ("title", models.CharField(max_length=200, verbose_name="the question")),
                ("about", models.TextField(blank=True, verbose_name="what it is about")),
                ("source", models.CharField(blank=True, max_length=200)),
                ("opened", models.DateTimeField(default=consort.core.clock.now)),
                ("closed", models.DateTimeField(blank=True, null=True)),
                ("people", models.PositiveIntegerField(default=0)),
                ("result", models.JSONField(blank=True, null=True)),
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
                    "seal",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.seal",
                    ),
                ),
            ],
            options={
                "ordering": ["-opened"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed", None), ("result__isnull", True)),
                            models.Q(("closed__isnull", False), ("result__isnull", False)),
                            _connector="OR",
                        ),
                        name="closed_maps_have_a_result",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Bringing",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("ballots", "Ballots"),
                            ("records", "Decision records"),
                            ("statements", "A statement map"),
                        ],
                        max_length=10,
                    ),
                ),
                ("file_name", models.CharField(max_length=200, verbose_name="file")),
                ("content", models.BinaryField(default=bytes)),
                ("choices", models.JSONField(default=dict)),
                ("report", models.JSONField(default=dict)),
                ("made", models.JSONField(default=list)),
                ("entries", models.PositiveBigIntegerField(default=0)),
                ("brought", models.DateTimeField(default=consort.core.clock.now)),
                ("kept", models.DateTimeField(blank=True, null=True)),
                ("undone", models.DateTimeField(blank=True, null=True)),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("undone", None), ("kept__isnull", False), _connector="OR"),
                        name="only_what_was_kept_is_undone",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField(verbose_name="the statement")),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("shown", "Shown"), ("set_aside", "Set aside")],
                        default="waiting",
                        max_length=9,
                    ),
                ),
                ("votes", models.BinaryField(blank=True, null=True)),
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
                    "map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
                        to="decisions.statementmap",
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [models.UniqueConstraint(fields=("map", "number"), name="one_statement_per_number")],
            },
        ),
        migrations.CreateModel(
            name="Voice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("box", models.BinaryField()),
                (
                    "map",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="voices", to="decisions.statementmap"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("map", "person"), name="one_voice_per_person")],
            },
        ),
        migrations.CreateModel(
            name="ExerciseAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("question", models.SlugField(max_length=60)),
                ("percent", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("low", models.FloatField(blank=True, null=True)),
                ("high", models.FloatField(blank=True, null=True)),
                (
                    "exercise",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="decisions.exercise"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("exercise", "question"), name="one_answer_per_question"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("high", None), ("low", None), ("percent__isnull", False), ("percent__lte", 100)),
                            models.Q(("high__gte", models.F("low")), ("low__isnull", False), ("percent", None)),
                            _connector="OR",
                        ),
                        name="answers_are_a_share_or_a_range",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
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
                ("number", models.PositiveIntegerField()),
                ("question", models.CharField(max_length=200, verbose_name="the question")),
                ("context", models.TextField(blank=True, verbose_name="why now")),
                ("way_back", models.CharField(blank=True, max_length=200, verbose_name="way back")),
                ("rule", models.CharField(blank=True, max_length=300, verbose_name="what happens if we differ")),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("frame", "Frame"),
                            ("input", "Input"),
                            ("debate", "Debate"),
                            ("resolve", "Resolve"),
                            ("commit", "Commit"),
                            ("execute", "Execute"),
                            ("review", "Review"),
                            ("closed", "Closed"),
                        ],
                        default="frame",
                        max_length=8,
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("consent", "Consent"),
                            ("majority", "Majority"),
                            ("approval", "Approval"),
                            ("schulze", "Ranked, by Schulze"),
                            ("instant_runoff", "Ranked, by instant runoff"),
                        ],
                        default="consent",
                        max_length=14,
                        verbose_name="how it is decided",
                    ),
                ),
                (
                    "base",
                    models.CharField(
                        choices=[("cast", "of the votes cast"), ("eligible", "of everyone who may vote")],
                        default="cast",
                        max_length=8,
                        verbose_name="counted",
                    ),
                ),
                ("seats", models.PositiveSmallIntegerField(default=1, verbose_name="how many are chosen")),
                ("input_closes", models.DateTimeField(blank=True, null=True, verbose_name="input closes")),
                ("debate_until", models.DateField(blank=True, null=True, verbose_name="debate until")),
                ("resolve_by", models.DateField(blank=True, null=True, verbose_name="resolve by")),
                ("commit_by", models.DateField(blank=True, null=True, verbose_name="commit by")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="review on")),
                ("outcome_text", models.TextField(blank=True, verbose_name="what we decided")),
                ("because", models.TextField(blank=True, verbose_name="because")),
                ("settled_how", models.TextField(blank=True, verbose_name="how it was settled")),
                ("reached", models.JSONField(default=dict)),
                ("revision", models.PositiveIntegerField(default=1)),
                ("review_missed", models.DateTimeField(blank=True, null=True)),
                ("pulse_on", models.DateField(blank=True, null=True)),
                ("differs_since", models.DateTimeField(blank=True, null=True)),
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
                "ordering": ["-number"],
                "indexes": [models.Index(fields=["organization", "stage"], name="decision_stage")],
                "constraints": [
                    models.UniqueConstraint(fields=("organization", "number"), name="one_decision_per_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stage__in", ("commit", "execute", "review")), _negated=True),
                            models.Q(("outcome_text", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_was_decided_has_words",
                    ),
                    models.CheckConstraint(condition=models.Q(("seats__gte", 1)), name="at_least_one_is_chosen"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Original",
            fields=[
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="original",
                        serialize=False,
                        to="decisions.decision",
                    ),
                ),
                ("form", models.CharField(choices=[("madr", "MADR"), ("loomio", "Loomio")], max_length=6)),
                ("file_name", models.CharField(max_length=200)),
                ("content", models.BinaryField()),
                ("written", models.CharField(blank=True, max_length=64)),
                ("remarks", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=160, verbose_name="what it is")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("measured", "Measured"),
                            ("model", "Modelled"),
                            ("visit", "Seen ourselves"),
                            ("said", "Said by customers or others"),
                            ("study", "Study or report"),
                            ("other", "Something else"),
                        ],
                        default="other",
                        max_length=8,
                        verbose_name="what kind",
                    ),
                ),
                ("source", models.CharField(blank=True, max_length=120, verbose_name="from whom")),
                ("dated", models.DateField(blank=True, null=True, verbose_name="of what date")),
                ("note", models.TextField(blank=True, verbose_name="what it shows")),
                ("added", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="decisions.decision"
                    ),
                ),
            ],
            options={
                "ordering": ["added"],
            },
        ),
        migrations.CreateModel(
            name="Lesson",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("text", models.TextField(verbose_name="what we take from it")),
                ("change", models.CharField(blank=True, max_length=160, verbose_name="what changes by it")),
                ("at", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lessons", to="decisions.decision"
                    ),
                ),
            ],
            options={
                "ordering": ["at"],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("text", models.TextField(verbose_name="what we all tell our teams")),
                ("written", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="message", to="decisions.decision"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Option",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("letter", models.CharField(max_length=4)),
                ("title", models.CharField(max_length=160, verbose_name="option")),
                ("detail", models.TextField(blank=True, verbose_name="what it means")),
                ("position", models.PositiveSmallIntegerField()),
                ("place", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="options", to="decisions.decision"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("decision", "position"), name="one_option_per_position"),
                    models.UniqueConstraint(
                        condition=models.Q(("place__isnull", False)),
                        fields=("decision", "place"),
                        name="one_option_per_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "verdict",
                    models.CharField(
                        choices=[("keep", "Keep it"), ("change", "Keep, with a change"), ("undo", "Undo it")],
                        max_length=6,
                    ),
                ),
                ("change", models.CharField(blank=True, max_length=300, verbose_name="which change")),
                ("at", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "decision",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="review", to="decisions.decision"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verdict", "change"), _negated=True),
                            models.Q(("change", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="a_change_is_named",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Role",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("decides", "Decides"),
                            ("recommends", "Recommends"),
                            ("agrees", "Must agree"),
                            ("input", "Gives input"),
                            ("carries_out", "Carries out"),
                        ],
                        max_length=11,
                    ),
                ),
                ("scope", models.CharField(blank=True, max_length=80, verbose_name="on what")),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="roles", to="decisions.decision"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="decision_roles", to="core.person"
                    ),
                ),
            ],
            options={
                "ordering": ["person__first_name", "person__last_name"],
                "constraints": [
                    models.UniqueConstraint(fields=("decision", "person", "part"), name="one_role_per_part")
                ],
            },
        ),
        migrations.CreateModel(
            name="Stance",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "choice",
                    models.CharField(
                        choices=[("agree", "Agrees"), ("commit", "Disagrees and commits"), ("object", "Objects")],
                        max_length=6,
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="your reason")),
                ("at", models.DateTimeField(default=consort.core.clock.now)),
                ("replaced", models.DateTimeField(blank=True, null=True)),
                ("answer", models.TextField(blank=True, verbose_name="answer")),
                ("answer_by", models.DateField(blank=True, null=True)),
                ("escalated", models.DateTimeField(blank=True, null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.person",
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stances", to="decisions.decision"
                    ),
                ),
                (
                    "escalates_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.person",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
            ],
            options={
                "ordering": ["at"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaced", None)),
                        fields=("decision", "person"),
                        name="one_stance_per_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("choice", "agree"), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="dissent_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Consideration",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("used", models.BooleanField()),
                ("because", models.TextField(blank=True, verbose_name="because")),
                ("at", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
                (
                    "round",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="rounds.round"),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="considerations",
                        to="decisions.decision",
                    ),
                ),
            ],
            options={
                "ordering": ["person__first_name"],
                "constraints": [
                    models.UniqueConstraint(fields=("round", "person"), name="one_consideration_per_input"),
                    models.CheckConstraint(
                        condition=models.Q(("used", True), models.Q(("because", ""), _negated=True), _connector="OR"),
                        name="unused_input_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deviation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("text", models.CharField(max_length=300, verbose_name="what is done differently")),
                ("reason", models.TextField(verbose_name="why")),
                ("at", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="deviations", to="decisions.decision"
                    ),
                ),
            ],
            options={
                "ordering": ["at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True), models.Q(("reason", ""), _negated=True)
                        ),
                        name="deviations_have_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Forecast",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("statement", models.CharField(max_length=200, verbose_name="what will be true")),
                ("resolves_on", models.DateField(blank=True, null=True, verbose_name="known on")),
                ("position", models.PositiveSmallIntegerField()),
                ("happened", models.BooleanField(blank=True, null=True)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="how we know")),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="forecasts", to="decisions.decision"
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
                (
                    "option",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="forecasts",
                        to="decisions.option",
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [
                    models.UniqueConstraint(fields=("decision", "position"), name="one_forecast_per_position"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("happened", None), ("settled_at", None)),
                            models.Q(("happened__isnull", False), ("settled_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="settled_forecasts_have_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Argument",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("side", models.CharField(choices=[("for", "For"), ("against", "Against")], max_length=7)),
                ("text", models.TextField(verbose_name="the argument")),
                ("made", models.DateTimeField(default=consort.core.clock.now)),
                ("withdrawn", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="arguments", to="decisions.decision"
                    ),
                ),
                (
                    "option",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="arguments",
                        to="decisions.option",
                    ),
                ),
            ],
            options={
                "ordering": ["made"],
            },
        ),
        migrations.CreateModel(
            name="OptionFact",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("criterion", models.CharField(max_length=80, verbose_name="criterion")),
                ("value", models.CharField(blank=True, max_length=160)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "option",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="facts", to="decisions.option"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "constraints": [models.UniqueConstraint(fields=("option", "position"), name="one_fact_per_criterion")],
            },
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("on", models.DateField(verbose_name="told on")),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tellings", to="decisions.message"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
            ],
            options={
                "ordering": ["on"],
                "constraints": [models.UniqueConstraint(fields=("message", "person"), name="one_telling_per_person")],
            },
        ),
        migrations.CreateModel(
            name="Approval",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
                (
                    "message",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="approvals", to="decisions.message"
                    ),
                ),
            ],
            options={
                "ordering": ["at"],
                "constraints": [models.UniqueConstraint(fields=("message", "person"), name="one_approval_per_person")],
            },
        ),
        migrations.CreateModel(
            name="Estimate",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("round_number", models.PositiveSmallIntegerField()),
                ("percent", models.PositiveSmallIntegerField()),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
                (
                    "forecast",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="estimates", to="decisions.forecast"
                    ),
                ),
            ],
            options={
                "ordering": ["round_number", "percent"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("forecast", "person", "round_number"), name="one_estimate_per_round"
                    ),
                    models.CheckConstraint(condition=models.Q(("percent__lte", 100)), name="estimates_are_per_cent"),
                ],
            },
        ),
        migrations.AddField(
            model_name="Decision",
            name="outcome",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="decisions.option",
            ),
        ),
    ]
