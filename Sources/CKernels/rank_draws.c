#include "kernels.h"
#include "rank_noise.h"
#include "ranked_lanes.h"
#include "single_normals.h"

/// Two units beside each other.
typedef float two_units __attribute__((vector_size(8), aligned(4), may_alias));
typedef float single_lanes __attribute__((vector_size(32), aligned(8), may_alias));

/// Two numbers, for all replicates.
#define FOR_ALL(two) \
  __builtin_shufflevector( \
    *(const two_units *)(two), *(const two_units *)(two), 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1)
/// What stands first, or second, of each two, in both places.
#define FIRST(x) __builtin_shufflevector(x, x, 0, 0, 2, 2, 4, 4, 6, 6, 8, 8, 10, 10, 12, 12, 14, 14)
#define SECOND(x) __builtin_shufflevector(x, x, 1, 1, 3, 3, 5, 5, 7, 7, 9, 9, 11, 11, 13, 13, 15, 15)

/// Adds an indicator to the scores by its range in each replicate; x holds normals where there is noise.
INLINE void add_indicator(
  const minhbach_noise *noise, long j, long units, const float *values, const float *errors,
  singles *x, singles *scores) {
  long pairs = (units + 1) / 2, whole = units / 2;
  for (long p = 0; p < pairs; p++) {
    singles value = FOR_ALL(values + 2 * p);
    x[p] = noise->is_noisy[j] ? __builtin_elementwise_fma(FOR_ALL(errors + 2 * p), x[p], value) : value;
  }
  singles lowest = FIRST(x[0]), highest = lowest;
  for (long p = 0; p < whole; p++) {
    lowest = __builtin_elementwise_min(lowest, x[p]);
    highest = __builtin_elementwise_max(highest, x[p]);
  }
  if (whole < pairs) {
    lowest = __builtin_elementwise_min(lowest, FIRST(x[whole]));
    highest = __builtin_elementwise_max(highest, FIRST(x[whole]));
  }
  lowest = __builtin_elementwise_min(FIRST(lowest), SECOND(lowest));
  highest = __builtin_elementwise_max(FIRST(highest), SECOND(highest));
  halves is_open = (halves)(highest > lowest);
  // What is not a number where the range is empty is taken out.
  singles slope = (singles)((halves)((float)noise->spans[j] / (highest - lowest)) & is_open);
  singles start = (singles){0} + (float)noise->starts[j];
  singles middle = (singles){0} + (float)noise->middles[j];
  start = (singles)(((halves)start & is_open) | ((halves)middle & ~is_open));
  for (long p = 0; p < pairs; p++) {
    scores[p] += __builtin_elementwise_fma(slope, x[p] - lowest, start);
  }
}

KERNEL void minhbach_rank_noise(
  const minhbach_ranked *r, const minhbach_noise *noise, uint64_t first, long count,
  const minhbach_rank_sums *sums, double *room) {
  long units = r->units, indicators = noise->indicators;
  long padded = (units + SINGLES_AT_ONCE - 1) / SINGLES_AT_ONCE * SINGLES_AT_ONCE;
  lanes *scores = (lanes *)room, *keys = scores + units;
  singles *sum = (singles *)(keys + units), *x = sum + padded / 2;
  float *values = (float *)(x + padded / 2), *errors = values + indicators * padded;
  for (long j = 0; j < indicators; j++) {
    for (long i = 0; i < padded; i++) {
      values[j * padded + i] = i < units ? (float)noise->values[j * units + i] : 0;
      errors[j * padded + i] = i < units ? (float)noise->errors[j * units + i] : 0;
    }
  }
  for (long g = 0; g < count; g += LANES) {
    long used = count - g < LANES ? count - g : LANES;
    words replicates = {0, 1, 2, 3, 4, 5, 6, 7};
    replicates += first + g;
    for (long p = 0; p < padded / 2; p++) sum[p] = (singles){0};
    for (long j = 0; j < indicators; j++) {
      // An indicator begins with a block of its own.
      if (noise->is_noisy[j]) single_normals(r->seed, &replicates, j * padded / 4, padded, x);
      add_indicator(noise, j, units, values + j * padded, errors + j * padded, x, sum);
    }
    for (long i = 0; i < units; i++) {
      singles two = sum[i / 2];
      single_lanes own = i % 2 == 0
        ? __builtin_shufflevector(two, two, 0, 2, 4, 6, 8, 10, 12, 14)
        : __builtin_shufflevector(two, two, 1, 3, 5, 7, 9, 11, 13, 15);
      scores[i] = __builtin_convertvector(own, lanes);
    }
    add_scores(r, scores, used, sums);
    count_ranks(r, scores, used, sums->counts, (double *)keys);
  }
}
