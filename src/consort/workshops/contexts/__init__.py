"""What pages of workshops show."""
