"""The ground every package stands on: people, partnerships, the ledger, links, visibility, sealing, search."""
