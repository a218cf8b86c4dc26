"""Files that others have written: read in a process of their own, with caps, and carried in signed tickets.

What such a file does to its reader, it does to nobody else. `tables` reads CSV and XLSX and is shared by all who do.
"""

from consort.core.foreign_files.apart import read_apart
from consort.core.foreign_files.unreadable import Unreadable

__all__ = ["Unreadable", "read_apart"]
