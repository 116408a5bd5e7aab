#include "resampled_sums.h"

#include <string.h>

#include "kernels.h"
#include "philox.h"
#include "weighted_sums.h"

enum { LANES = MINHBACH_RESAMPLES, ROWS = MINHBACH_RESAMPLED_ROWS };

KERNEL void minhbach_resampled_counts(uint64_t seed, uint64_t resample, size_t rows, uint8_t *counts) {
  memset(counts, 0, LANES * rows);
  words low, high;
  for (int l = 0; l < LANES; l++) {
    low[l] = (resample + (uint64_t)l) & LOW;
    high[l] = (resample + (uint64_t)l) >> 32;
  }
  for (size_t n = 0; n < rows; n += 4 * BLOCKS) {
    words c[BLOCKS][4];
    for (int b = 0; b < BLOCKS; b++) {
      c[b][0] = (words){0} + (n / 4 + (size_t)b);
      c[b][1] = (words){0};
      c[b][2] = low;
      c[b][3] = high;
    }
    philox(c, seed);
    for (int d = 0; d < 4 * BLOCKS && n + (size_t)d < rows; d++) {
      words row = (c[d / 4][d % 4] & LOW) * rows >> 32;
      for (int l = 0; l < LANES; l++) counts[(size_t)l * rows + row[l]]++;
    }
  }
}

KERNEL void minhbach_resampled_sums(
  uint64_t seed, uint64_t resample, size_t rows, size_t width, const double *numbers, double *sums,
  uint8_t *counts, double *weights) {
  minhbach_resampled_counts(seed, resample, rows, counts);
  memset(sums, 0, LANES * width * sizeof *sums);
  for (size_t first = 0; first < rows; first += ROWS) {
    size_t some = rows - first < ROWS ? rows - first : ROWS;
    for (int l = 0; l < LANES; l++)
      for (size_t i = 0; i < some; i++) weights[(size_t)l * some + i] = counts[(size_t)l * rows + first + i];
    minhbach_weighted_sums(numbers + first * width, some, width, weights, LANES, sums);
  }
}
