"""What the pages about commitments show."""

from consort.commitments.contexts.detail import answer, detail, new
from consort.commitments.contexts.listing import Tab, listing
from consort.commitments.contexts.rows import row

__all__ = ["Tab", "answer", "detail", "listing", "new", "row"]
