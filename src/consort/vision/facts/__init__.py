"""What can be recorded about the strategy, by noun."""
