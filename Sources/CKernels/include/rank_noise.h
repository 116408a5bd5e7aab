#pragma once

#include <stdint.h>

/// What is ranked anew in each replicate, and the numbers it is drawn by.
typedef struct {
  /// The key of the generator.
  uint64_t seed;
  /// The number of units.
  long units;
  /// Two scores no further apart than this are equal, and share the better rank.
  double tolerance;
  /// Pairs of places, first above second, which sort any numbers when compared in this order.
  const int32_t *comparators;
  /// The number of pairs.
  long comparator_count;
  /// Where each unit's scores lie about: they are summed up less this.
  const double *centres;
  /// Between what scores lie, but for one in 10¹⁸; what lies outside is sorted as slowly as what is equal.
  double lowest, highest;
} minhbach_ranked;

/// What replicates add to; all zero at the beginning.
typedef struct {
  /// How often each unit had each rank: rank by rank, units × units.
  uint32_t *counts;
  /// Of each unit, side by side for eight lanes, the sum of its scores less the centre.
  double *sums;
  /// The sum of the squares of the same.
  double *squares;
} minhbach_rank_sums;

/// Indicators with errors, scored by ranges that are taken anew in each replicate.
typedef struct {
  /// The number of indicators.
  long indicators;
  /// Values, indicator by indicator: indicators × units.
  const double *values;
  /// Their standard errors, in the same order.
  const double *errors;
  /// Of each indicator 1 where an error is above zero, else 0.
  const uint8_t *is_noisy;
  /// What the whole range of each indicator is worth; negative where lower is better.
  const double *spans;
  /// What each indicator gives at its lowest value.
  const double *starts;
  /// What each indicator gives to all where its range is empty.
  const double *middles;
} minhbach_noise;

/// Ranks units by scores of indicators with noise, in replicates from a multiple of eight on.
///
/// In each replicate, value + error × normal is scored as start + span × (x − lowest) / (highest − lowest)
/// by the range of that replicate, and the scores are summed up. Drawn normals have the digits of single precision;
/// what is made of them is of double precision.
///
/// @param first the number of the first replicate: a multiple of eight.
/// @param count how many.
/// @param given null, or normals in place of drawn ones: replicates × units × indicators.
/// @param sums what is added to.
/// @param room 8 × (4 units + 8) numbers.
void minhbach_rank_noise(
  const minhbach_ranked *ranked, const minhbach_noise *noise, uint64_t first, long count,
  const double *given, const minhbach_rank_sums *sums, double *room);

/// Ranks units by scores that are normal, in replicates from a multiple of eight on.
///
/// The scores are the centres with error × normal added, or with factor × normals.
///
/// @param errors the standard error of each unit's score; or null.
/// @param factor where there are no errors, the lower triangle, row by row and as a full square, whose product
///   with its transpose is the covariance.
/// @param counts how often each unit had each rank, rank by rank: added to.
/// @param room 8 × (4 units + 8) numbers.
void minhbach_rank_gaussian(
  const minhbach_ranked *ranked, const double *errors, const double *factor, uint64_t first,
  long count, uint32_t *counts, double *room);
