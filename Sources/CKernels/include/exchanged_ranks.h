#pragma once

#include <stddef.h>

/// The ranks of one unit in an index whose ranges its own values move, at many points.
///
/// Indicator j counts spans[j] (v − l) / (u − l), l and u being the ends of its range. An own value that passes what its
/// range bears takes the end along. A falling indicator has a negative span. The rank is one more than the
/// number of rivals above the unit.
///
/// @param indicators how many.
/// @param rivals how many.
/// @param values of each indicator the values of all rivals.
/// @param spans of each indicator what its range is worth.
/// @param ranges of each indicator the ends of its range, and the least and the greatest own value that moves neither:
///   the ends, or beyond them.
/// @param tolerance scores no further above than this are not above.
/// @param count the number of points.
/// @param points of each indicator, one value per point.
/// @param others the same of other points, or null.
/// @param ranks count numbers: set; with others, for each indicator count more: the ranks at the points with
///   that indicator's values from the others.
/// @param room 8 × (rivals + 2 indicators) numbers.
void minhbach_exchanged_ranks(
  size_t indicators, size_t rivals, const double *values, const double *spans, const double *ranges,
  double tolerance, size_t count, const double *points, const double *others, double *ranks,
  double *room);
