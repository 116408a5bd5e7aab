#include "wild_bootstrap.h"

#include <math.h>
#include <string.h>

#include "kernels.h"

/// One number of each of eight replicates; aligned as plain numbers are.
typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));

#define INLINE static inline __attribute__((always_inline))

/// Multiplies a block of eight rows with vectors, from one column on.
INLINE void multiply(
  const double *block, long from, long columns, const lanes *vectors, lanes result[8]) {
  lanes sums[8] = {{0}};
  for (long column = from; column < columns; column++) {
    lanes vector = vectors[column];
#pragma clang loop unroll(full)
    for (int r = 0; r < 8; r++) sums[r] += block[8 * column + r] * vector;
  }
#pragma clang loop unroll(full)
  for (int r = 0; r < 8; r++) result[r] = sums[r];
}

KERNEL void minhbach_wild_spread(
  long clusters, const int8_t *signs, long replicates, double *weights) {
  for (long g = 0; g < clusters; g++) {
    for (long r = 0; r < 8; r++) {
      weights[8 * g + r] = r < replicates ? signs[r * clusters + g] : 1;
    }
  }
}

/// Makes one column of C, in the order of the clusters.
INLINE void make_column(
  long clusters, long columns, long number, const double *numerators, const double *projections,
  const double *loadings, double *column) {
  for (long start = 0; start < clusters; start += 8) {
    lanes sum = {0};
    for (long k = 0; k < columns; k++) {
      double factor = projections[(k / 8 * clusters + number) * 8 + k % 8];
      sum -= *(const lanes *)(loadings + start * columns + 8 * k) * factor;
    }
    *(lanes *)(column + start) = sum;
  }
  column[number] += numerators[number];
}

KERNEL void minhbach_wild_triangle(
  long clusters, long columns, const double *numerators, const double *projections,
  const double *loadings, double *triangle, double *room) {
#pragma clang fp reassociate(on) contract(fast)
  long stride = (clusters + 7) / 8 * 8;
  for (long h = 0; h < clusters; h++) {
    make_column(
      clusters, columns, h, numerators, projections, loadings, room + h * stride);
  }
  memset(triangle, 0, stride * clusters * sizeof(double));
  for (long k = 0; k < clusters; k++) {
    // A reflection that turns what is left of column k into its first number.
    double *pivot = room + k * stride;
    double square = 0;
    for (long i = k; i < clusters; i++) square += pivot[i] * pivot[i];
    double length = pivot[k] > 0 ? -sqrt(square) : sqrt(square);
    triangle[(k / 8 * clusters + k) * 8 + k % 8] = length;
    if (square == 0) continue;
    double scale = 1 / (square - length * pivot[k]);
    pivot[k] -= length;
    for (long h = k + 1; h < clusters; h++) {
      double *column = room + h * stride;
      double sum = 0;
      for (long i = k; i < clusters; i++) sum += pivot[i] * column[i];
      sum *= scale;
      for (long i = k; i < clusters; i++) column[i] -= sum * pivot[i];
      triangle[(k / 8 * clusters + h) * 8 + k % 8] = column[k];
    }
  }
}

KERNEL void minhbach_wild_statistics(
  long clusters, const double *numerators, const double *triangle, const double *weights,
  double *statistics) {
  const lanes *vectors = (const lanes *)weights;
  lanes estimate = {0}, square = {0};
  for (long start = 0; start < clusters; start += 8) {
    lanes scores[8];
    multiply(triangle + start * clusters, start, clusters, vectors, scores);
    for (int r = 0; r < 8; r++) square += scores[r] * scores[r];
  }
  for (long g = 0; g < clusters; g++) estimate += numerators[g] * vectors[g];
  *(lanes *)statistics = estimate / __builtin_elementwise_sqrt(square);
}

KERNEL void minhbach_wild_parts(
  long clusters, long columns, const double *numerators, const double *projections,
  const double *loadings, const double *weights, double *parts, double *room) {
  const lanes *vectors = (const lanes *)weights;
  long blocks = (columns + 7) / 8;
  lanes *first = (lanes *)room, *second = first + 8 * blocks;
  for (long b = 0; b < blocks; b++) {
    multiply(projections + 8 * b * clusters, 0, clusters, vectors, first + 8 * b);
    multiply(
      projections + 8 * (blocks + b) * clusters, 0, clusters, vectors, second + 8 * b);
  }
  lanes sums[5] = {{0}};
  for (long start = 0; start < clusters; start += 8) {
    lanes scores[8], slopes[8];
    multiply(loadings + start * columns, 0, columns, first, scores);
    multiply(loadings + start * columns, 0, columns, second, slopes);
    for (long r = 0; r < 8 && start + r < clusters; r++) {
      long g = start + r;
      lanes base = numerators[g] * vectors[g], slope = numerators[clusters + g] * vectors[g];
      lanes score = base - scores[r], change = slope - slopes[r];
      sums[0] += base;
      sums[1] += slope;
      sums[2] += score * score;
      sums[3] += 2 * score * change;
      sums[4] += change * change;
    }
  }
  for (int s = 0; s < 5; s++) ((lanes *)parts)[s] = sums[s];
}
