"""The drawings of the strategy that no other package has."""
