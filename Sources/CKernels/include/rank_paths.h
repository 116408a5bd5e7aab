#pragma once

#include <stdint.h>

#include "rank_noise.h"

/// Indicators of units that move from year to year, in each replicate by a path of its own.
typedef struct {
  long indicators, years;
  /// The mean of each figure: year, indicator, unit.
  const double *means;
  /// What a shock adds to a figure: years k (k + 1) / 2 + l for l ≤ k, indicator, unit.
  const double *factors;
  /// Normal shocks of a unit and year: the lower triangle, as a full square, that correlates the indicators.
  const double *correlation;
  /// Or shocks drawn with replacement: rows of one number per indicator; null for normal ones.
  const double *shocks;
  long shock_count;
  /// What all units share: rows of one change per indicator, one drawn for each year and added up; or null.
  const double *commons;
  long common_count;
  /// Whether a figure moves with what all share: year, indicator, unit; 1 or 0.
  const double *shares;
  /// What a figure reaches at least, but for its error, in the direction that its indicator is scored in: year,
  /// indicator, unit; not a number where nothing is. Null where nothing is at all.
  const double *floors;
  /// The error of that: what a shock of the year adds to it.
  const double *floor_errors;
  /// What figures cannot go beyond: indicator.
  const double *lowest, *highest;
  /// The range that each indicator is scored by in the first year, before figures widen it.
  const double *minima, *maxima;
  /// Whether figures beyond the range widen it: indicator.
  const uint8_t *is_widened;
  /// What the whole range of each indicator is worth; negative where lower is better.
  const double *spans;
  /// What each indicator gives at the minimum of its range.
  const double *starts;
} minhbach_paths;

/// What is written down of each replicate; null where nothing is.
typedef struct {
  /// Units whose scores are written down.
  const int32_t *units;
  long unit_count;
  /// Scores: unit, year, replicate.
  double *scores;
  /// Pairs of a unit and a place: what score would draw level with the one at the place among the others.
  const int32_t *places;
  long place_count;
  /// Those scores: pair, year, replicate.
  double *levels;
  /// The distance of the numbers of one unit and year, or pair and year, from those of the next.
  long stride;
} minhbach_path_records;

/// Ranks units year by year along drawn paths of their indicators, in replicates from a multiple of eight on.
///
/// A figure is mean + Σ factor × shock + what all share, or its floor + error × shock where that is better, held
/// within its limits. Ranges are widened by the figures
/// of each year, for that year and all later ones. The score is Σ start + span × (figure − minimum) / (maximum −
/// minimum). The scores of all years are summed up around `ranked->centres`: year, unit.
///
/// @param sums what is added to, those of one year after the other.
/// @param room 8 × (units × (4 + indicators × (years + 1)) + 3 × indicators + 8) numbers.
void minhbach_rank_paths(
  const minhbach_ranked *ranked, const minhbach_paths *paths, uint64_t first, long count,
  const minhbach_rank_sums *sums, const minhbach_path_records *records, double *room);
