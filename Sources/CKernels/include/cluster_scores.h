#pragma once
#include <stdint.h>

/// Adds to each group the sum of a column times the residuals of its rows.
///
/// @param rows how many rows are taken.
/// @param groups the group of each row; fast where rows of one group follow one another.
/// @param column a number for each row.
/// @param residuals a number for each row, its weight being in it.
/// @param sums a number for each group; added to.
void minhbach_cluster_scores(
  long rows, const int32_t *groups, const double *column, const double *residuals, double *sums);
