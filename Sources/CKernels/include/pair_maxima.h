#pragma once

#include <stdint.h>

enum {
  /// Draws worked on side by side.
  MINHBACH_PAIR_DRAWS = 32
};

/// A difference of two units that is compared.
typedef struct {
  /// The number of the unit whose deviation counts, and that of the one taken off.
  int32_t first, second;
  /// One over the standard error of the difference.
  double factor;
} minhbach_pair;

/// Draws the deviations of 32 replicates from a multiple of eight on.
///
/// @param errors the standard error of each unit; or null.
/// @param factor where there are no errors, the lower triangle, row by row and as a full square, whose product
///   with its transpose is the covariance.
/// @param deviations units × 32 numbers: set, those of a unit side by side.
/// @param room 8 × units numbers.
void minhbach_draw_deviations(
  uint64_t seed, uint64_t replicate, long units, const double *errors, const double *factor,
  double *deviations, double *room);

/// The largest of some standardised differences, in each of 32 draws.
///
/// @param deviations units × 32 numbers.
/// @param pairs the differences: first `two_sided` whose size counts, then `one_sided` that count as they are.
/// @param maxima 32 numbers: set; minus infinity without any difference.
void minhbach_pair_maxima(
  const double *deviations, const minhbach_pair *pairs, long two_sided, long one_sided,
  double *maxima);
