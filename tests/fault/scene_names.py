"""Who is in the scenes of these tests, and how they sign in."""

PASSWORD = "a long enough sentence"
WRITERS = ("ingrid", "tomasz", "priya", "helene")
SILENT = "daniel"  # never answers, so that what is asked stays sealed
