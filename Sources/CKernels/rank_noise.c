#include "rank_noise.h"

#include <stddef.h>

#include "kernels.h"
#include "normals.h"

// The same digits with and without fused instructions.
#pragma STDC FP_CONTRACT OFF

/// One number of each of eight replicates.
typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));
typedef uint64_t words __attribute__((vector_size(64), aligned(8), may_alias));

#define INLINE static inline __attribute__((always_inline))

enum { LANES = MINHBACH_LANES };

/// A key of each of eight replicates: a score in few digits, and the number of its unit in the last bits.
typedef int32_t keys_of_unit __attribute__((vector_size(32), aligned(8), may_alias));

/// Counts the ranks of one replicate, whose units are in the order of their scores but for those close by.
static __attribute__((noinline)) void count_closely(
  const minhbach_ranked *r, const double *scores, const int32_t *keys, int32_t numbers,
  uint32_t *counts, double *room) {
  double *ordered = room, *places = room + r->units;
  for (long i = 0; i < r->units; i++) {
    double place = keys[i * LANES] & numbers, score = scores[(long)place * LANES];
    long gap = i;
    for (; gap > 0 && ordered[gap - 1] < score; gap--) {
      ordered[gap] = ordered[gap - 1];
      places[gap] = places[gap - 1];
    }
    ordered[gap] = score;
    places[gap] = place;
  }
  long above = 0;
  for (long i = 0; i < r->units; i++) {
    // The bar falls with the score: what is above one score is above the next.
    while (ordered[above] > ordered[i] + r->tolerance) above++;
    counts[above * r->units + (long)places[i]]++;
  }
}

/// Counts the ranks of eight replicates, of which `used` are wanted.
///
/// Keys are sorted by comparisons that are the same for all; a replicate in which neighbours then are no further
/// apart than the keys' precision, or the tolerance, is put in order by the scores themselves.
INLINE void count_ranks(
  const minhbach_ranked *r, const lanes *scores, long used, uint32_t *counts, double *room) {
  long units = r->units;
  if (units == 0) return;
  int bits = 0;
  while ((1L << bits) < units) bits++;
  int32_t numbers = (int32_t)(1L << bits) - 1;
  double levels = (double)((1L << (31 - bits)) - 1);
  double scale = levels / (r->highest - r->lowest);
  if (!(r->highest > r->lowest) || !(scale < 1e300)) scale = 0;
  keys_of_unit *keys = (keys_of_unit *)room;
  for (long i = 0; i < units; i++) {
    lanes level = (scores[i] - r->lowest) * scale;
    lanes top = (lanes){0} + levels;
    words is_low = (words)(level > 0.0), is_high = (words)(level > top);
    level = (lanes)((words)level & is_low);
    level = (lanes)(((words)top & is_high) | ((words)level & ~is_high));
    keys[i] = __builtin_convertvector(level, keys_of_unit) << bits | (int32_t)i;
  }
  for (long c = 0; c < r->comparator_count; c++) {
    keys_of_unit *first = keys + r->comparators[2 * c], *second = keys + r->comparators[2 * c + 1];
    keys_of_unit a = *first, b = *second;
    // Compiled to a maximum and a minimum.
    keys_of_unit greater = a > b;
    *first = (a & greater) | (b & ~greater);
    *second = (b & greater) | (a & ~greater);
  }
  double reach = r->tolerance > 0 ? r->tolerance * scale + 2 : 0;
  int32_t apart = reach < levels ? (int32_t)reach : (int32_t)levels;
  keys_of_unit close = {0};
  for (long i = 0; i + 1 < units; i++) close |= (keys[i] >> bits) - (keys[i + 1] >> bits) <= apart;
  const int32_t *key = (const int32_t *)keys;
  for (long l = 0; l < used; l++, key++) {
    if (close[l]) {
      count_closely(
        r, (const double *)scores + l, key, numbers, counts, room + units * LANES / 2);
      continue;
    }
    for (long i = 0; i < units; i++) counts[i * units + (key[i * LANES] & numbers)]++;
  }
}

/// Adds up the scores of eight replicates less the centres, of which `used` are wanted.
INLINE void add_scores(
  const minhbach_ranked *r, const lanes *scores, long used, const minhbach_rank_sums *s) {
  words wanted = {0};
  for (long l = 0; l < used; l++) wanted[l] = ~(uint64_t)0;
  lanes *sums = (lanes *)s->sums, *squares = (lanes *)s->squares;
  for (long i = 0; i < r->units; i++) {
    lanes difference = (lanes)((words)(scores[i] - r->centres[i]) & wanted);
    sums[i] += difference;
    squares[i] += difference * difference;
  }
}

/// Adds an indicator to the scores by its range in each replicate.
INLINE void add_indicator(
  const minhbach_noise *noise, long j, long units, const lanes *normals, lanes *x, lanes *scores) {
  const double *values = noise->values + j * units, *errors = noise->errors + j * units;
  lanes lowest = {0}, highest = {0};
  for (long i = 0; i < units; i++) {
    lanes value = (lanes){0} + values[i];
    if (normals) value += errors[i] * normals[i];
    x[i] = value;
    if (i == 0) lowest = highest = value;
    words below = (words)(value < lowest), above = (words)(value > highest);
    lowest = (lanes)(((words)value & below) | ((words)lowest & ~below));
    highest = (lanes)(((words)value & above) | ((words)highest & ~above));
  }
  words is_open = (words)(highest > lowest);
  // What is not a number where the range is empty is taken out.
  lanes slope = (lanes)((words)(noise->spans[j] / (highest - lowest)) & is_open);
  lanes start = (lanes){0} + noise->starts[j], middle = (lanes){0} + noise->middles[j];
  start = (lanes)(((words)start & is_open) | ((words)middle & ~is_open));
  for (long i = 0; i < units; i++) scores[i] += slope * (x[i] - lowest) + start;
}

KERNEL void minhbach_rank_noise(
  const minhbach_ranked *r, const minhbach_noise *noise, uint64_t first, long count,
  const double *given, const minhbach_rank_sums *sums, double *room) {
  long units = r->units, indicators = noise->indicators;
  lanes *scores = (lanes *)room, *x = scores + units, *keys = x + units, *normals = keys + units;
  // Normals come in pairs of one block; an indicator begins with a block of its own.
  long stride = units + (units & 1);
  for (long g = 0; g < count; g += LANES) {
    long used = count - g < LANES ? count - g : LANES;
    for (long i = 0; i < units; i++) scores[i] = (lanes){0};
    for (long j = 0; j < indicators; j++) {
      if (given) {
        for (long i = 0; i < units; i++) {
          for (long l = 0; l < used; l++) {
            normals[i][l] = given[((g + l) * units + i) * indicators + j];
          }
        }
      } else if (noise->is_noisy[j]) {
        minhbach_normals(r->seed, first + g, (uint64_t)(j * stride), units, (double *)normals);
      }
      add_indicator(noise, j, units, given || noise->is_noisy[j] ? normals : NULL, x, scores);
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
