"""The decisions of a year at Varnholt, one file each."""

from consort.weave.demonstration.tale import Tale
from consort.weave.demonstration.tales import assembly_line, hiring, parts_hub, smaller_ones, strategic

EVERY: tuple[Tale, ...] = (
    parts_hub.TALE,
    smaller_ones.PRICES,
    smaller_ones.PLANNING_SYSTEM,
    smaller_ones.TRADE_FAIR,
    smaller_ones.REFRIGERANT,
    assembly_line.TALE,
    hiring.TALE,
    smaller_ones.WARRANTY,
    smaller_ones.BRESCIA,
    *strategic.EVERY,
)
