"""How alignment is asked and worked out: pulses, recall drills, culture maps."""
