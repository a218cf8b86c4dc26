"""What publishing is made of besides its rooms: who is reached, how a thing is worded, what differs, what is mailed."""
