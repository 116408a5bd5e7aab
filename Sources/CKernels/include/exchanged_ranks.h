#pragma once

#include <stddef.h>

/// One unit among others in an index whose ranges widen with the unit's own values.
///
/// Indicator j counts spans[j] (v − l) / (u − l), l and u being the ends of its range, widened to the unit's own value
/// where that lies outside. A falling indicator has a negative span.
typedef struct {
  /// The number of indicators, and of other units.
  size_t indicators, rivals;
  /// Of each indicator the values of all rivals.
  const double *values;
  /// Of each indicator what its range is worth.
  const double *spans;
  /// Of each indicator the ends of its range.
  const double *lowest, *highest;
  /// Scores no further above than this are not above.
  double tolerance;
} minhbach_widening_index;

/// The unit's ranks at given values, and with one indicator at a time taken from others.
///
/// @param index what the unit stands among.
/// @param count the number of points.
/// @param points of each indicator, one value per point.
/// @param others the same of other points, or null.
/// @param ranks count numbers: set; with others, for each indicator count numbers more: the ranks at
///   the points with that indicator's values from the others.
/// @param room 8 × (rivals + 2 indicators) numbers.
void minhbach_exchanged_ranks(
  const minhbach_widening_index *index, size_t count, const double *const *points,
  const double *const *others, double *const *ranks, double *room);
