#pragma once

#include <stddef.h>
#include <stdint.h>

#include "normals.h"
#include "rank_noise.h"

// Scores of eight replicates side by side, put in order and counted: for kernels that rank.

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
