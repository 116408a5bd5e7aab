#include "pairs_bootstrap.h"

#include <stddef.h>

#include "kernels.h"

/// One number of each of eight replicates; aligned as plain numbers are.
typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));
typedef long long mask __attribute__((vector_size(64)));

#define INLINE static inline __attribute__((always_inline))

enum { TILE = MINHBACH_PAIRS_TILE };

/// Where a row of the lower triangle starts.
INLINE long row(long i) { return i * (i + 1) / 2; }

/// The number of tiles that hold the products of a cluster.
INLINE long tile_count(const minhbach_pairs_products *p) {
  long products = row(p->columns);
  if (p->orthogonal > 0) products += p->orthogonal * p->columns + 1;
  return (products + TILE - 1) / TILE;
}

/// Sums up the products of the clusters as often as they are drawn.
INLINE void sum_up(const minhbach_pairs_products *p, const lanes *counts, lanes *sums) {
  long tiles = tile_count(p);
  for (long t = 0; t < tiles; t++) {
    const double *tile = p->tiles + t * p->clusters * TILE;
    lanes totals[TILE] = {{0}};
    for (long g = 0; g < p->clusters; g++, tile += TILE) {
      lanes count = counts[g];
#pragma clang loop unroll(full)
      for (int m = 0; m < TILE; m++) totals[m] += count * tile[m];
    }
#pragma clang loop unroll(full)
    for (int m = 0; m < TILE; m++) sums[t * TILE + m] = totals[m];
  }
}

/// Takes the orthogonal effects out of the columns' products.
INLINE void take_out(const minhbach_pairs_products *p, lanes *a) {
  const lanes *effects = a + row(p->columns);
  lanes over = -1.0 / effects[p->orthogonal * p->columns];
  for (long i = 0; i < p->columns; i++) {
    lanes *line = a + row(i);
    for (long j = 0; j <= i; j += 4) {
      // Past the diagonal the last column is taken again, and not kept.
      long j1 = j + 1 <= i ? j + 1 : i, j2 = j + 2 <= i ? j + 2 : i, j3 = j + 3 <= i ? j + 3 : i;
      lanes sums[4] = {{0}};
      const lanes *effect = effects;
      for (long k = 0; k < p->orthogonal; k++, effect += p->columns) {
        lanes factor = effect[i];
        sums[0] += factor * effect[j];
        sums[1] += factor * effect[j1];
        sums[2] += factor * effect[j2];
        sums[3] += factor * effect[j3];
      }
      for (long m = 0; m < 4 && j + m <= i; m++) line[j + m] += over * sums[m];
    }
  }
}

/// Turns a pivot into its root, and gives one over it; zero where it is none.
INLINE void take_root(lanes *pivot, const lanes *square, double tolerance, lanes *inverse, mask *none) {
  mask is_some = *pivot > *square * tolerance;
  lanes root = __builtin_elementwise_sqrt(*pivot);
  lanes over = 1.0 / root;
  *inverse = (lanes)((mask)over & is_some);
  *none = ~is_some;
  *pivot = (lanes)((mask)root & is_some);
}

/// Factors rows i and i + 1, or i alone, of which the columns before are factored.
INLINE void factor_rows(
  lanes *a, long i, int both, const lanes *inverse) {
  lanes *first = a + row(i), *second = both ? a + row(i + 1) : first;
  long j = 0;
  for (; j + 2 <= i; j += 2) {
    const lanes *left = a + row(j), *right = a + row(j + 1);
    lanes s00 = first[j], s01 = first[j + 1], s10 = second[j], s11 = second[j + 1];
    for (long k = 0; k < j; k++) {
      s00 -= first[k] * left[k];
      s01 -= first[k] * right[k];
      s10 -= second[k] * left[k];
      s11 -= second[k] * right[k];
    }
    lanes f = s00 * inverse[j], s = s10 * inverse[j];
    first[j] = f;
    second[j] = s;
    first[j + 1] = (s01 - f * right[j]) * inverse[j + 1];
    second[j + 1] = (s11 - s * right[j]) * inverse[j + 1];
  }
  for (; j < i; j++) {
    const lanes *left = a + row(j);
    lanes f = first[j], s = second[j];
    for (long k = 0; k < j; k++) {
      f -= first[k] * left[k];
      s -= second[k] * left[k];
    }
    first[j] = f * inverse[j];
    second[j] = s * inverse[j];
  }
}

/// Factors the lower triangle; the response's row becomes the solution of its first half.
///
/// Gives one over each pivot, and the replicates in which a regressor has none beside its square.
INLINE void factor(
  const minhbach_pairs_products *p, lanes *a, const lanes *squares, lanes *inverse, mask *failed) {
  long last = p->columns - 1;
  for (long i = 0; i < p->columns; i += 2) {
    int both = i + 1 < p->columns;
    factor_rows(a, i, both, inverse);
    for (long r = i; r < i + 1 + both; r++) {
      lanes *line = a + row(r);
      if (r > i) {
        lanes s = line[i];
        for (long k = 0; k < i; k++) s -= line[k] * a[row(i) + k];
        line[i] = s * inverse[i];
      }
      if (r == last) break;
      lanes pivot = line[r];
      for (long k = 0; k < r; k++) pivot -= line[k] * line[k];
      mask none;
      take_root(&pivot, &squares[r], p->tolerance, &inverse[r], &none);
      line[r] = pivot;
      if (r >= p->effects) *failed |= none;
    }
  }
}

/// The second half of the solution, from the last column down to one.
INLINE void substitute(const lanes *a, lanes *x, const lanes *inverse, long columns, long down_to) {
  for (long i = columns - 1; i >= down_to; i--) {
    x[i] *= inverse[i];
    for (long k = down_to; k < i; k++) x[k] -= a[row(i) + k] * x[i];
  }
}

/// Cluster-robust variances of the regressors' coefficients.
INLINE void find_variances(
  const minhbach_pairs_products *p, const lanes *counts, const lanes *a, const lanes *inverse,
  const lanes *solution, lanes *score, lanes *variances) {
  long size = p->columns - 1;
  for (long j = 0; j < size - p->effects; j++) variances[j] = (lanes){0};
  for (long g = 0; g < p->clusters; g++) {
    const double *block = p->blocks + (size_t)g * p->columns * p->columns;
    for (long i = 0; i < size; i++, block += p->columns) {
      lanes s = (lanes){0} + block[size];
      for (long k = 0; k < size; k++) s -= block[k] * solution[k];
      for (long k = 0; k < i; k++) s -= a[row(i) + k] * score[k];
      score[i] = s * inverse[i];
    }
    substitute(a, score, inverse, size, p->effects);
    for (long j = p->effects; j < size; j++) {
      variances[j - p->effects] += counts[g] * score[j] * score[j];
    }
  }
}

KERNEL unsigned minhbach_pairs_solve(
  const minhbach_pairs_products *p, const double *counts, double *coefficients, double *variances,
  double *room) {
  long size = p->columns - 1;
  lanes *a = (lanes *)room, *inverse = a + tile_count(p) * TILE, *score = inverse + p->columns;
  sum_up(p, (const lanes *)counts, a);
  for (long i = 0; i <= size; i++) score[i] = a[row(i) + i];
  if (p->orthogonal > 0) take_out(p, a);
  mask failed = {0};
  factor(p, a, score, inverse, &failed);
  lanes *solution = a + row(size);
  substitute(a, solution, inverse, size, variances ? 0 : p->effects);
  lanes *result = (lanes *)coefficients;
  for (long j = p->effects; j < size; j++) result[j - p->effects] = solution[j];
  if (variances) {
    find_variances(
      p, (const lanes *)counts, a, inverse, solution, score, (lanes *)variances);
  }
  unsigned bits = 0;
  for (int l = 0; l < 8; l++) bits |= (unsigned)(failed[l] & 1) << l;
  return bits;
}
