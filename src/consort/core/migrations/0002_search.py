"""The full-text index over SearchDocument: an FTS5 table kept by triggers, or a GIN index."""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE core_search USING fts5(title, body, content='core_searchdocument', content_rowid='id',"
    " tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER core_search_in AFTER INSERT ON core_searchdocument BEGIN"
    " INSERT INTO core_search(rowid, title, body) VALUES (new.id, new.title, new.body); END",
    "CREATE TRIGGER core_search_out AFTER DELETE ON core_searchdocument BEGIN"
    " INSERT INTO core_search(core_search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body); END",
    "CREATE TRIGGER core_search_changed AFTER UPDATE ON core_searchdocument BEGIN"
    " INSERT INTO core_search(core_search, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);"
    " INSERT INTO core_search(rowid, title, body) VALUES (new.id, new.title, new.body); END",
    "INSERT INTO core_search(core_search) VALUES ('rebuild')",
]
POSTGRESQL = [
    "CREATE INDEX core_search ON core_searchdocument USING gin (to_tsvector('simple', title || ' ' || body))",
]


def make(apps, schema_editor):
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def unmake(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for trigger in ("core_search_in", "core_search_out", "core_search_changed"):
            schema_editor.execute(f"DROP TRIGGER {trigger}")
        schema_editor.execute("DROP TABLE core_search")
    else:
        schema_editor.execute("DROP INDEX core_search")


class Migration(migrations.Migration):
    dependencies = [("core", "0001_first")]
    operations = [migrations.RunPython(make, unmake)]
