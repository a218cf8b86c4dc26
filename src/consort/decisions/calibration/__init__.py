"""The calibration exercise: how far what people are sure of is so. Pure: questions, drawing, judging."""
