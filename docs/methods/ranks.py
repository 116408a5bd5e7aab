"""Draws the picture of ranks.md: ranks with their intervals.

    minhbach ranks --year 2019 --format csv | python3 docs/methods/ranks.py docs/methods/ranks-2019.svg

Needs matplotlib (Debian: python3-matplotlib).
"""

import csv
import sys

import matplotlib

matplotlib.use("svg")
# The same bytes each time, and text that stays text.
matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "minhbach", "font.size": 8})
import matplotlib.pyplot as plt

rows = list(csv.DictReader(sys.stdin))
figure, axes = plt.subplots(figsize=(8, 11), layout="constrained")
for place, row in enumerate(rows):
    low, high = int(row["marginal_low"]), int(row["marginal_high"])
    axes.plot([low, high], [place, place], color="#9aa5b1", linewidth=1, solid_capstyle="butt")
    low, high = int(row["likely_low"]), int(row["likely_high"])
    axes.plot([low, high], [place, place], color="#2b6cb0", linewidth=4, solid_capstyle="butt")
    axes.plot(int(row["rank"]), place, "o", color="black", markersize=3)
axes.set_yticks(range(len(rows)), [row["province"] for row in rows])
axes.set_ylim(len(rows) - 0.5, -0.5)
axes.set_xlim(0.5, len(rows) + 0.5)
axes.set_xlabel("rank")
axes.xaxis.set_ticks_position("both")
axes.tick_params(labeltop=True)
axes.set_title("Transparency: rank (point), likely ranks (thick), ranks that cannot be ruled out (thin), 95 %", fontsize=9)
for side in axes.spines.values():
    side.set_visible(False)
axes.grid(axis="x", linewidth=0.3)
figure.savefig(sys.argv[1], metadata={"Date": None, "Creator": None})
