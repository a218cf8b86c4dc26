import uuid

import django.db.models.deletion
from django.db import migrations, models

import consort.core.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("core", "0003_key_mark"),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
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
                ("title", models.CharField(max_length=160, verbose_name="title")),
                (
                    "kind",
                    models.CharField(
                        choices=[("plan", "Plan"), ("charter", "Charter"), ("minutes", "Minutes"), ("note", "Note")],
                        max_length=8,
                        verbose_name="kind",
                    ),
                ),
                ("begun", models.DateTimeField(default=consort.core.clock.now)),
                ("changed", models.DateTimeField(default=consort.core.clock.now)),
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
                "ordering": ["-changed"],
                "indexes": [models.Index(fields=["organization", "-changed"], name="document_by_change")],
            },
        ),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="snapshot",
                        serialize=False,
                        to="documents.document",
                    ),
                ),
                ("through", models.BigIntegerField()),
                ("content", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Update",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("content", models.BinaryField()),
                ("at", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="updates", to="documents.document"
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "indexes": [models.Index(fields=["document", "number"], name="updates_in_order")],
            },
        ),
        migrations.CreateModel(
            name="Version",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                ("content", models.BinaryField()),
                ("at", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="core.person"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="documents.document"
                    ),
                ),
            ],
            options={
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(fields=("document", "number"), name="versions_are_numbered_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reservation", models.CharField(blank=True, max_length=300, verbose_name="reservation")),
                ("at", models.DateTimeField(default=consort.core.clock.now)),
                (
                    "person",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="core.person"),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="signatures", to="documents.version"
                    ),
                ),
            ],
            options={
                "ordering": ["at"],
                "constraints": [
                    models.UniqueConstraint(fields=("version", "person"), name="one_signature_per_version")
                ],
            },
        ),
    ]
