"""Files as answers."""

from django.http import HttpResponse

from consort.decisions.exchange.bundles import File


def downloaded(file: File, kind: str) -> HttpResponse:
    """What the browser keeps under the name of the file; letters that a header cannot carry are left out."""
    safe = "".join(letter if letter.isalnum() or letter in "-_. " else "-" for letter in file.name)
    headers = {
        "Content-Disposition": f'attachment; filename="{safe.encode("ascii", "ignore").decode() or "file"}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(file.content, content_type=kind, headers=headers)
