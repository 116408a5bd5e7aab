# The values in AdjustedPValuesTests: Rscript p_adjust.R   (R 4.2.2)
p <- c(0.01, 0.04, NaN, 0.03, 0.005, 0.55, 0.04, 0.8, 0.0003)
print(p.adjust(p, "holm"), digits = 17)
print(p.adjust(p, "BH"), digits = 17)
