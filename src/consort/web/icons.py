"""The icons, 16 by 16, drawn with one line. An icon never stands without a word."""

from django.utils.safestring import SafeString, mark_safe

DRAWINGS = {
    "today": '<circle cx="8" cy="8" r="5.75"/><path d="M8 4.75V8l2.25 1.5"/>',
    "partnerships": '<circle cx="6" cy="8" r="4.25"/><circle cx="10" cy="8" r="4.25"/>',
    "strategy": '<path d="M2 8h3.25M5.25 3.5v9M5.25 3.5H8M5.25 8H8M5.25 12.5H8"/>'
    '<path d="M9.75 3.5h4M9.75 8h4M9.75 12.5h4" stroke-width="2.2"/>',
    "decisions": '<path d="M8 14V8.5M8 8.5 3.5 4M8 8.5 12.5 4"/><path d="M3.25 6.75V3.5H6.5M9.5 3.5h3.25v3.25"/>',
    "commitments": '<rect x="2.5" y="2.5" width="11" height="11" rx="2.5"/><path d="m5.5 8.2 1.8 1.8 3.4-3.8"/>',
    "meetings": '<rect x="2.25" y="3.25" width="11.5" height="10.5" rx="1.75"/>'
    '<path d="M2.25 6.5h11.5M5.25 1.75v3M10.75 1.75v3"/>',
    "development": '<path d="M2.5 13.5h3v-4h4v-4h4"/><path d="M10.5 2.5h3v3"/>',
    "more": '<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11"/>',
    "find": '<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.25 3.25"/>',
    "print": '<path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2"/><path d="M4.5 9.5h7v4h-7z"/>',
    "seal": '<rect x="3.5" y="7" width="9" height="6.5" rx="1.5"/><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2"/>',
    "key": '<circle cx="5.25" cy="8" r="2.75"/><path d="M8 8h6M12 8v2.25"/>',
    "up": '<path d="m4 9.5 4-4 4 4"/>',
    "down": '<path d="m4 6.5 4 4 4-4"/>',
    "close": '<path d="m4 4 8 8M12 4l-8 8"/>',
    "add": '<path d="M8 3v10M3 8h10"/>',
    "download": '<path d="M8 2.5v7.5M4.75 7.25 8 10.5l3.25-3.25M2.75 13.5h10.5"/>',
    "hold": '<path d="M5.5 5h5M5.5 8h5M5.5 11h5"/>',
}


def drawing(name: str) -> SafeString:
    """The icon called `name` as SVG. An unknown name is a mistake in the template and raises `KeyError`."""
    lines = DRAWINGS[name]
    return mark_safe(f'<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">{lines}</svg>')
