#include "householder.h"

#include <math.h>
#include <string.h>

#include "kernels.h"

// One rounding where another processor makes two would give it other digits.
#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))

enum { LANES = 8 };

/// Rows of a block, a multiple of the lanes: 24 KB altogether where there are few columns.
INLINE size_t block_rows(size_t columns) {
  size_t fitting = 3072 / (columns ? columns : 1) / LANES * LANES;
  return fitting < 64 ? 64 : fitting > 512 ? 512 : fitting;
}

INLINE double total(const double *lanes) {
  return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) +
      ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

INLINE double dot(size_t count, const double *one, const double *other) {
  double lanes[LANES] = {0};
  for (size_t i = 0; i < count; i += LANES)
    for (int lane = 0; lane < LANES; lane++) lanes[lane] += one[i + lane] * other[i + lane];
  return total(lanes);
}

/// Applies one reflection to a column: what it has in the triangle's row and in the block.
INLINE void reflect(
    size_t count, const double *direction, double scale, double *corner, double *column) {
  double share = scale * (*corner + dot(count, direction, column));
  *corner -= share;
  for (size_t i = 0; i < count; i++) column[i] -= share * direction[i];
}

/// Applies one reflection to four columns at once, which share the loads of its direction.
INLINE void reflect_four(
    size_t count, const double *direction, double scale, double *corner, size_t step, double *column) {
  double *c0 = column, *c1 = c0 + count, *c2 = c1 + count, *c3 = c2 + count;
  double l0[LANES] = {0}, l1[LANES] = {0}, l2[LANES] = {0}, l3[LANES] = {0};
  for (size_t i = 0; i < count; i += LANES)
    for (int lane = 0; lane < LANES; lane++) {
      double part = direction[i + lane];
      l0[lane] += part * c0[i + lane];
      l1[lane] += part * c1[i + lane];
      l2[lane] += part * c2[i + lane];
      l3[lane] += part * c3[i + lane];
    }
  double s0 = scale * (corner[0] + total(l0)), s1 = scale * (corner[step] + total(l1));
  double s2 = scale * (corner[2 * step] + total(l2)), s3 = scale * (corner[3 * step] + total(l3));
  corner[0] -= s0;
  corner[step] -= s1;
  corner[2 * step] -= s2;
  corner[3 * step] -= s3;
  for (size_t i = 0; i < count; i += LANES)
    for (int lane = 0; lane < LANES; lane++) {
      double part = direction[i + lane];
      c0[i + lane] -= s0 * part;
      c1[i + lane] -= s1 * part;
      c2[i + lane] -= s2 * part;
      c3[i + lane] -= s3 * part;
    }
}

/// Folds a block, count × columns with count a multiple of the lanes, into the triangle.
INLINE void fold(size_t count, size_t columns, double *block, double *triangle) {
  for (size_t j = 0; j < columns; j++) {
    double *direction = block + j * count, *corner = triangle + j * columns + j;
    double square = dot(count, direction, direction);
    if (square == 0) continue;
    double length = sqrt(*corner * *corner + square);
    double image = *corner > 0 ? -length : length;
    double divisor = 1 / (*corner - image), scale = (image - *corner) / image;
    for (size_t i = 0; i < count; i++) direction[i] *= divisor;
    *corner = image;
    size_t k = j + 1;
    for (; k + 4 <= columns; k += 4)
      reflect_four(
          count, direction, scale, triangle + k * columns + j, columns, block + k * count);
    for (; k < columns; k++)
      reflect(count, direction, scale, triangle + k * columns + j, block + k * count);
  }
}

size_t householder_block_size(size_t columns) { return block_rows(columns) * columns; }

KERNEL
void householder_triangle(
    size_t rows, size_t columns, const double *design, const double *factors, const double *weights,
    double *triangle, double *block) {
  memset(triangle, 0, columns * columns * sizeof(double));
  size_t step = block_rows(columns);
  for (size_t start = 0; start < rows; start += step) {
    size_t count = rows - start < step ? rows - start : step;
    size_t padded = (count + LANES - 1) / LANES * LANES;
    for (size_t j = 0; j < columns; j++) {
      const double *source = design + j * rows + start;
      double *target = block + j * padded, factor = factors[j];
      if (weights)
        for (size_t i = 0; i < count; i++)
          target[i] = source[i] * factor * sqrt(weights[start + i]);
      else
        for (size_t i = 0; i < count; i++) target[i] = source[i] * factor;
      for (size_t i = count; i < padded; i++) target[i] = 0;
    }
    fold(padded, columns, block, triangle);
  }
}
