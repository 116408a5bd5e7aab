#include "compensated.h"

#include <string.h>

#include "kernels.h"

// A product and a sum drawn together into one rounding would spoil what the error terms stand on.
#pragma STDC FP_CONTRACT OFF

#define INLINE static inline __attribute__((always_inline))

/// Partial sums of one total: two vectors of AVX2, one of AVX-512.
enum { LANES = 8 };

/// Rows taken together, so that their parts of the columns stay in the cache between the two halves of a sweep.
enum { BLOCK = 256 };

/// Adds a number to a sum, and what the rounding loses to the lost part.
INLINE void add(double *sum, double *lost, double number, double number_lost) {
  double total = *sum + number;
  double part = total - *sum;
  *lost += (*sum - (total - part)) + (number - part) + number_lost;
  *sum = total;
}

/// Adds a product of which the second factor has a lost part.
INLINE void add_product(
    double *sum, double *lost, double factor, double other, double other_lost) {
  double product = factor * other;
  double product_lost = __builtin_fma(factor, other, -product);
  add(sum, lost, product, product_lost + factor * other_lost);
}

/// Adds the products of a column with numbers and their lost parts to eight partial sums.
INLINE void add_products(
    size_t count, const double *column, double factor, const double *heads, const double *tails,
    double *totals) {
  // Partial sums in registers: through memory they could be the numbers themselves, for all a compiler knows.
  double sums[LANES], losts[LANES];
  memcpy(sums, totals, sizeof sums);
  memcpy(losts, totals + LANES, sizeof losts);
  size_t whole = count / LANES * LANES;
  for (size_t i = 0; i < whole; i += LANES)
    for (int lane = 0; lane < LANES; lane++)
      add_product(
          &sums[lane], &losts[lane], factor * column[i + lane], heads[i + lane], tails[i + lane]);
  for (size_t i = whole; i < count; i++)
    add_product(&sums[i - whole], &losts[i - whole], factor * column[i], heads[i], tails[i]);
  memcpy(totals, sums, sizeof sums);
  memcpy(totals + LANES, losts, sizeof losts);
}

/// Draws the partial sums into one number and its lost part.
INLINE void gather(const double *totals, double *total, double *total_lost) {
  double sum = 0, lost = 0;
  for (int lane = 0; lane < LANES; lane++) add(&sum, &lost, totals[lane], totals[LANES + lane]);
  *total_lost = 0;
  add(&sum, total_lost, lost, 0);
  *total = sum;
}

KERNEL
uint64_t compensated_magnitude(size_t count, const double *values) {
  uint64_t greatest = 0;
  for (size_t i = 0; i < count; i++) {
    uint64_t bits;
    memcpy(&bits, values + i, sizeof bits);
    bits &= INT64_MAX;
    greatest = bits > greatest ? bits : greatest;
  }
  return greatest;
}

KERNEL
void compensated_sweep(
    size_t rows, size_t columns, const double *design, const double *factors, const double *weights,
    const double *response, const double *coefficients, const double *coefficients_lost,
    double *remainder, double *products, double *products_lost, double *scratch) {
  memset(scratch, 0, 2 * LANES * columns * sizeof(double));
  double sums[BLOCK], losts[BLOCK];
  for (size_t start = 0; start < rows; start += BLOCK) {
    size_t count = rows - start < BLOCK ? rows - start : BLOCK;
    memset(sums, 0, sizeof sums);
    memset(losts, 0, sizeof losts);
    for (size_t i = 0; i < count; i++) sums[i] = response[start + i];
    for (size_t j = 0; j < columns; j++) {
      const double *column = design + j * rows + start;
      double factor = -factors[j], head = coefficients[j], tail = coefficients_lost[j];
      if (head == 0 && tail == 0) continue;
      for (size_t i = 0; i < count; i++)
        add_product(&sums[i], &losts[i], factor * column[i], head, tail);
    }
    // Where the terms cancel, a sum and its lost part are as great: drawn apart again, so that the products
    // below lose no more than what is small beside the remainder itself.
    for (size_t i = 0; i < count; i++) {
      double lost = 0;
      add(&sums[i], &lost, losts[i], 0);
      losts[i] = lost;
    }
    if (remainder) memcpy(remainder + start, sums, count * sizeof(double));
    if (!products) continue;
    if (weights)
      for (size_t i = 0; i < count; i++) {
        double weight = weights[start + i], product = weight * sums[i];
        losts[i] = __builtin_fma(weight, sums[i], -product) + weight * losts[i];
        sums[i] = product;
      }
    for (size_t j = 0; j < columns; j++)
      add_products(
          count, design + j * rows + start, factors[j], sums, losts, scratch + 2 * LANES * j);
  }
  if (!products) return;
  for (size_t j = 0; j < columns; j++)
    gather(scratch + 2 * LANES * j, &products[j], &products_lost[j]);
}

KERNEL
void compensated_gram(
    size_t rows, size_t columns, const double *design, const double *factors, const double *weights,
    double *gram, double *gram_lost, double *scratch) {
  memset(scratch, 0, 2 * LANES * columns * columns * sizeof(double));
  double heads[BLOCK], tails[BLOCK];
  for (size_t start = 0; start < rows; start += BLOCK) {
    size_t count = rows - start < BLOCK ? rows - start : BLOCK;
    for (size_t j = 0; j < columns; j++) {
      const double *column = design + j * rows + start;
      for (size_t i = 0; i < count; i++) {
        double value = factors[j] * column[i], weight = weights ? weights[start + i] : 1;
        heads[i] = weight * value;
        tails[i] = __builtin_fma(weight, value, -heads[i]);
      }
      for (size_t k = 0; k <= j; k++)
        add_products(
            count, design + k * rows + start, factors[k], heads, tails,
            scratch + 2 * LANES * (j * columns + k));
    }
  }
  for (size_t j = 0; j < columns; j++)
    for (size_t k = 0; k <= j; k++) {
      size_t cell = j * columns + k;
      gather(scratch + 2 * LANES * cell, &gram[cell], &gram_lost[cell]);
    }
}
