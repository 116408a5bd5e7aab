#include "rank_noise.h"

#include "kernels.h"
#include "normals.h"
#include "ranked_lanes.h"

/// Adds an indicator to the scores by its range in each replicate.
INLINE void add_indicator(const minhbach_noise *noise, long j, long units, lanes *x, lanes *scores) {
  const double *values = noise->values + j * units, *errors = noise->errors + j * units;
  lanes lowest = {0}, highest = {0};
  for (long i = 0; i < units; i++) {
    x[i] = values[i] + errors[i] * x[i];
    if (i == 0) lowest = highest = x[i];
    words below = (words)(x[i] < lowest), above = (words)(x[i] > highest);
    lowest = (lanes)(((words)x[i] & below) | ((words)lowest & ~below));
    highest = (lanes)(((words)x[i] & above) | ((words)highest & ~above));
  }
  words is_open = (words)(highest > lowest);
  // What is not a number where the range is empty is taken out.
  lanes slope = (lanes)((words)(noise->spans[j] / (highest - lowest)) & is_open);
  lanes start = (lanes){0} + noise->starts[j], middle = (lanes){0} + noise->middles[j];
  start = (lanes)(((words)start & is_open) | ((words)middle & ~is_open));
  for (long i = 0; i < units; i++) scores[i] += slope * (x[i] - lowest) + start;
}

KERNEL void minhbach_rank_given(
  const minhbach_ranked *r, const minhbach_noise *noise, const double *normals, long count,
  const minhbach_rank_sums *sums, double *room) {
  long units = r->units, indicators = noise->indicators;
  lanes *scores = (lanes *)room, *keys = scores + units, *x = keys + units;
  for (long g = 0; g < count; g += LANES) {
    long used = count - g < LANES ? count - g : LANES;
    for (long i = 0; i < units; i++) scores[i] = (lanes){0};
    for (long j = 0; j < indicators; j++) {
      for (long i = 0; i < units; i++) {
        for (long l = 0; l < used; l++) {
          x[i][l] = normals[((g + l) * units + i) * indicators + j];
        }
      }
      add_indicator(noise, j, units, x, scores);
    }
    add_scores(r, scores, used, sums);
    count_ranks(r, scores, used, sums->counts, (double *)keys);
  }
}

/// Scores of a given covariance, from independent normals.
INLINE void correlate(const double *factor, long units, const lanes *normals, lanes *scores) {
  for (long i = 0; i < units; i++) {
    const double *row = factor + i * units;
    lanes even = {0}, odd = {0};
    long k = 0;
    for (; k + 1 <= i; k += 2) {
      even += row[k] * normals[k];
      odd += row[k + 1] * normals[k + 1];
    }
    if (k <= i) even += row[k] * normals[k];
    scores[i] += even + odd;
  }
}

KERNEL void minhbach_rank_gaussian(
  const minhbach_ranked *r, const double *errors, const double *factor, uint64_t first, long count,
  uint32_t *counts, double *room) {
  long units = r->units;
  lanes *scores = (lanes *)room, *keys = scores + units, *normals = keys + units;
  for (long g = 0; g < count; g += LANES) {
    long used = count - g < LANES ? count - g : LANES;
    minhbach_normals(r->seed, first + g, 0, units, (double *)normals);
    for (long i = 0; i < units; i++) scores[i] = (lanes){0} + r->centres[i];
    if (errors) {
      for (long i = 0; i < units; i++) scores[i] += errors[i] * normals[i];
    } else {
      correlate(factor, units, normals, scores);
    }
    count_ranks(r, scores, used, counts, (double *)keys);
  }
}
