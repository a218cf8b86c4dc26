"""What `./consort` does before and around Consort itself. Standard library only."""
