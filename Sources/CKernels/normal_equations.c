#include "normal_equations.h"

#include <string.h>

#include "kernels.h"

/// Eight numbers side by side; aligned as plain numbers are.
typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));

enum {
  /// Rows worked on while they are in the nearest cache.
  BLOCK = 512,
  /// Columns of a tile of products, which stay in registers.
  TILE = 4
};

static inline __attribute__((always_inline)) double sum_of(const lanes *v) {
  const double *x = (const double *)v;
  return ((x[0] + x[4]) + (x[2] + x[6])) + ((x[1] + x[5]) + (x[3] + x[7]));
}

/// The products of a tile of columns, over the rows of a block.
static inline __attribute__((always_inline)) void tile(
  long rows, const double *const left[TILE], const double *const right[TILE],
  double sums[TILE][TILE]) {
  lanes totals[TILE][TILE] = {{{0}}};
  long row = 0;
  for (; row + 8 <= rows; row += 8) {
    lanes r[TILE];
    for (int j = 0; j < TILE; j++) r[j] = *(const lanes *)(right[j] + row);
    for (int i = 0; i < TILE; i++) {
      lanes l = *(const lanes *)(left[i] + row);
      for (int j = 0; j < TILE; j++) totals[i][j] += l * r[j];
    }
  }
  for (int i = 0; i < TILE; i++) {
    for (int j = 0; j < TILE; j++) {
      double sum = sum_of(&totals[i][j]);
      for (long k = row; k < rows; k++) sum += left[i][k] * right[j][k];
      sums[i][j] = sum;
    }
  }
}

KERNEL void minhbach_gram(
  long rows, long columns, const double *matrix, long stride, const double *weights,
  double *products) {
  double weighted[TILE][BLOCK];
  for (long start = 0; start < rows; start += BLOCK) {
    long count = rows - start < BLOCK ? rows - start : BLOCK;
    for (long a = 0; a < columns; a += TILE) {
      // Past the last column its own products are made again, and not kept.
      const double *left[TILE];
      for (int i = 0; i < TILE; i++) {
        left[i] = matrix + (a + i < columns ? a + i : columns - 1) * stride + start;
        if (!weights) continue;
        for (long k = 0; k < count; k++) weighted[i][k] = weights[start + k] * left[i][k];
        left[i] = weighted[i];
      }
      for (long b = 0; b <= a; b += TILE) {
        const double *right[TILE];
        for (int j = 0; j < TILE; j++) {
          right[j] = matrix + (b + j < columns ? b + j : columns - 1) * stride + start;
        }
        double sums[TILE][TILE];
        tile(count, left, right, sums);
        for (int i = 0; i < TILE && a + i < columns; i++) {
          for (int j = 0; j < TILE && b + j <= a + i; j++) {
            products[(a + i) * columns + b + j] += sums[i][j];
          }
        }
      }
    }
  }
}

/// Adds a product to a sum, and what the rounding of both loses to the lost part.
#define ADD_PRODUCT(sum, lost, x, y)                                            \
  do {                                                                          \
    double product_ = (x) * (y);                                                \
    double product_lost_ = __builtin_fma((x), (y), -product_);                  \
    double total_ = (sum) + product_;                                           \
    double part_ = total_ - (sum);                                              \
    (lost) += (((sum) - (total_ - part_)) + (product_ - part_)) + product_lost_; \
    (sum) = total_;                                                             \
  } while (0)

KERNEL void minhbach_sweep(
  long rows, long columns, const double *matrix, long stride, const double *weights,
  const double *response, const double *coefficients, double *residuals, double *products,
  double *room) {
// A product and a sum rounded at once would spoil what the lost parts stand on.
#pragma STDC FP_CONTRACT OFF
  double sums[BLOCK], losts[BLOCK];
  memset(room, 0, 16 * columns * sizeof(double));
  for (long start = 0; start < rows; start += BLOCK) {
    long count = rows - start < BLOCK ? rows - start : BLOCK;
    long whole = count & ~7L;
    memcpy(sums, response + start, count * sizeof(double));
    memset(losts, 0, sizeof losts);
    for (long j = 0; j < columns; j++) {
      const double *column = matrix + j * stride + start;
      double factor = -coefficients[j];
      for (long k = 0; k < count; k++) ADD_PRODUCT(sums[k], losts[k], column[k], factor);
    }
    for (long k = 0; k < count; k++) residuals[start + k] = sums[k] + losts[k];
    if (weights) {
      for (long k = 0; k < count; k++) {
        double weight = weights[start + k];
        double product = sums[k] * weight;
        losts[k] = __builtin_fma(sums[k], weight, -product) + losts[k] * weight;
        sums[k] = product;
      }
    }
    for (long j = 0; j < columns; j++) {
      const double *column = matrix + j * stride + start;
      double total[8], lost[8];
      memcpy(total, room + 16 * j, sizeof total);
      memcpy(lost, room + 16 * j + 8, sizeof lost);
      for (long k = 0; k < whole; k += 8) {
        for (int l = 0; l < 8; l++) {
          ADD_PRODUCT(total[l], lost[l], column[k + l], sums[k + l]);
          lost[l] += column[k + l] * losts[k + l];
        }
      }
      for (long k = whole; k < count; k++) {
        ADD_PRODUCT(total[0], lost[0], column[k], sums[k]);
        lost[0] += column[k] * losts[k];
      }
      memcpy(room + 16 * j, total, sizeof total);
      memcpy(room + 16 * j + 8, lost, sizeof lost);
    }
  }
  for (long j = 0; j < columns; j++) {
    double total = 0, lost = 0;
    for (int l = 0; l < 8; l++) {
      ADD_PRODUCT(total, lost, room[16 * j + l], 1.0);
      lost += room[16 * j + 8 + l];
    }
    products[j] = total;
    products[columns + j] = lost;
  }
}
