"""Tables as people make them, CSV or XLSX: cells with their line, days and numbers in local forms, and a report."""
