"""The chain from the vision to what is done this week, and walking it from any node.

`graph` is pure: nodes, what leads from one to another, ways and outlines. `walking` reads what of it lies above and
below one node, and cuts away what its reader may not see. `strategy` is the part that the map shows.
"""
