"""StratML, ISO 17469-1 (Part 1) and ANSI/AIIM 22 (Part 2): lenient in reading, strict in writing."""
