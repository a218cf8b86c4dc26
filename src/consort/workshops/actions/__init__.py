"""What is done with workshops, by what it is about."""
