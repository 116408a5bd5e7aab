#pragma once

#include <stdint.h>

enum {
  /// Replicates worked on side by side.
  MINHBACH_LANES = 8
};

/// Fills in standard normal numbers of eight neighbouring replicates, side by side.
///
/// Number n of a replicate is made of the nth 64 bits of its counter-based generator: of half n mod 2 of the
/// Philox4x32-10 block with the counter (n / 2, 0, replicate) and the seed as key. The same numbers
/// come whatever the range asked for and whatever the processor: nothing is used but whole numbers, single
/// sums, products and comparisons. A ziggurat of 1024 layers; what its layers reject is made
/// of the blocks (n, 2³¹ + k, replicate), k = 0, 1, ...
///
/// @param seed the key.
/// @param replicate the number of the first replicate.
/// @param first the place of the first number within a replicate: even, and below 2³² with all others.
/// @param count how many of each replicate.
/// @param numbers count × 8 numbers: set, those of one place side by side.
void minhbach_normals(uint64_t seed, uint64_t replicate, uint64_t first, long count, double *numbers);
