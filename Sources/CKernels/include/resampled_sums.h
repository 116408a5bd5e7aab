#pragma once

#include <stddef.h>
#include <stdint.h>

enum {
  /// Resamples made side by side.
  MINHBACH_RESAMPLES = 8,
  /// Rows summed at a time: they stay in the cache for all eight.
  MINHBACH_RESAMPLED_ROWS = 256
};

/// Draws as many rows as there are, with replacement, for eight neighbouring resamples.
///
/// Draw n of a resample is word n mod 4 of the Philox4x32-10 block with the counter (n / 4, 0, resample) and the
/// seed as key; its row is the upper half of the word times the number of rows, which favours none by more
/// than one in 2³² / rows.
///
/// @param seed the key.
/// @param resample the number of the first resample.
/// @param rows from 1 to 2³² − 1.
/// @param counts 8 × rows numbers: set to how often each row is drawn, those of one resample side by side. No row
///   is drawn 256 times, where there are so many, within the age of the world.
void minhbach_resampled_counts(uint64_t seed, uint64_t resample, size_t rows, uint8_t *counts);

/// Sums of the rows of eight resamples.
///
/// @param numbers rows × width numbers; the width is a multiple of eight.
/// @param sums 8 × width numbers: set.
/// @param counts room for 8 × rows.
/// @param weights room for 8 × MINHBACH_RESAMPLED_ROWS numbers.
void minhbach_resampled_sums(
  uint64_t seed, uint64_t resample, size_t rows, size_t width, const double *numbers, double *sums,
  uint8_t *counts, double *weights);
