"""Everything in one file: JSON Lines per table, the ledgers with their checkpoints, and a manifest that counts them."""
