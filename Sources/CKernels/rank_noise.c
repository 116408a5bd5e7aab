#include "rank_noise.h"

#include "kernels.h"
#include "normals.h"
#include "ranked_lanes.h"
#include "single_normals.h"

/// One number of each of eight replicates, in few digits.
typedef float few_digits __attribute__((vector_size(32), aligned(8), may_alias));

/// Adds an indicator to the scores by its range in each replicate, but for what it adds to all, which joins the rest.
///
/// @param drawn normals; or null where they stand in x.
/// @param x the values with their errors.
INLINE void add_indicator(
  const minhbach_noise *noise, long j, long units, const few_digits *drawn, lanes *x, lanes *scores,
  lanes *rest) {
  const double *values = noise->values + j * units, *errors = noise->errors + j * units;
  lanes lowest = {0}, highest = {0};
  for (long i = 0; i < units; i++) {
    lanes value = (lanes){0} + values[i], error = (lanes){0} + errors[i];
    if (noise->is_noisy[j]) {
      lanes normal = drawn ? __builtin_convertvector(drawn[i], lanes) : x[i];
      value = __builtin_elementwise_fma(error, normal, value);
    }
    x[i] = value;
    lowest = i == 0 ? value : __builtin_elementwise_min(lowest, value);
    highest = i == 0 ? value : __builtin_elementwise_max(highest, value);
  }
  words is_open = (words)(highest > lowest);
  // What is not a number where the range is empty is taken out.
  lanes slope = (lanes)((words)(noise->spans[j] / (highest - lowest)) & is_open);
  lanes start = noise->starts[j] - slope * lowest, middle = (lanes){0} + noise->middles[j];
  *rest += (lanes)(((words)start & is_open) | ((words)middle & ~is_open));
  for (long i = 0; i < units; i++) {
    scores[i] = __builtin_elementwise_fma(slope, x[i], scores[i]);
  }
}

KERNEL void minhbach_rank_noise(
  const minhbach_ranked *r, const minhbach_noise *noise, uint64_t first, long count,
  const double *given, const minhbach_rank_sums *sums, double *room) {
  long units = r->units, indicators = noise->indicators;
  long padded = (units + SINGLES_AT_ONCE - 1) / SINGLES_AT_ONCE * SINGLES_AT_ONCE;
  lanes *scores = (lanes *)room, *keys = scores + units, *x = keys + units;
  few_digits *drawn = (few_digits *)(x + units);
  for (long g = 0; g < count; g += LANES) {
    long used = count - g < LANES ? count - g : LANES;
    words replicates = {0, 1, 2, 3, 4, 5, 6, 7};
    replicates += first + g;
    lanes rest = {0};
    for (long i = 0; i < units; i++) scores[i] = (lanes){0};
    for (long j = 0; j < indicators; j++) {
      if (given) {
        for (long i = 0; i < units; i++) {
          for (long l = 0; l < used; l++) {
            x[i][l] = given[((g + l) * units + i) * indicators + j];
          }
        }
      } else if (noise->is_noisy[j]) {
        // An indicator begins with a block of its own.
        single_normals(r->seed, &replicates, j * padded / 4, padded, (singles *)drawn);
      }
      add_indicator(noise, j, units, given ? NULL : drawn, x, scores, &rest);
    }
    for (long i = 0; i < units; i++) scores[i] += rest;
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
