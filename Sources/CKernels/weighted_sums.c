#include "weighted_sums.h"

#include "kernels.h"

typedef double lanes __attribute__((vector_size(64), aligned(8)));

enum { tall = 4, wide = 2 };

/// One tile of `tall` sets and `wide` vectors of columns, summed in registers.
static inline __attribute__((always_inline)) void
tile(const double *blocks, size_t groups, size_t width, const double *weights, double *sums,
     int high, int broad) {
  lanes sum[tall][wide];
  for (int d = 0; d < high; ++d)
    for (int v = 0; v < broad; ++v) sum[d][v] = *(const lanes *)(sums + d * width + 8 * v);
  for (size_t g = 0; g < groups; ++g) {
    lanes part[wide];
    for (int v = 0; v < broad; ++v) part[v] = *(const lanes *)(blocks + g * width + 8 * v);
    for (int d = 0; d < high; ++d)
      for (int v = 0; v < broad; ++v) sum[d][v] += weights[d * groups + g] * part[v];
  }
  for (int d = 0; d < high; ++d)
    for (int v = 0; v < broad; ++v) *(lanes *)(sums + d * width + 8 * v) = sum[d][v];
}

KERNEL void minhbach_weighted_sums(const double *blocks, size_t groups, size_t width,
                                   const double *weights, size_t sets, double *sums) {
  size_t d = 0;
  for (; d + tall <= sets; d += tall) {
    const double *w = weights + d * groups;
    double *s = sums + d * width;
    size_t c = 0;
    for (; c + 8 * wide <= width; c += 8 * wide) tile(blocks + c, groups, width, w, s + c, tall, wide);
    if (c < width) tile(blocks + c, groups, width, w, s + c, tall, 1);
  }
  for (; d < sets; ++d)
    for (size_t c = 0; c < width; c += 8)
      tile(blocks + c, groups, width, weights + d * groups, sums + d * width + c, 1, 1);
}

/// The products of `tall` columns from `first` with those from `from` on, summed over all rows.
static inline __attribute__((always_inline)) void
product_tile(const double *rows, size_t n, size_t stride, const double *weights, size_t first,
             size_t from, int broad, double sums[tall][8 * wide]) {
  lanes sum[tall][wide] = {{{0}}};
  for (size_t i = 0; i < n; ++i) {
    const double *z = rows + i * stride;
    lanes part[wide];
    for (int v = 0; v < broad; ++v) part[v] = weights[i] * *(const lanes *)(z + from + 8 * v);
    for (int d = 0; d < tall; ++d)
      for (int v = 0; v < broad; ++v) sum[d][v] += z[first + d] * part[v];
  }
  for (int d = 0; d < tall; ++d)
    for (int v = 0; v < broad; ++v) *(lanes *)(sums[d] + 8 * v) = sum[d][v];
}

/// Adds the products of all rows to one triangle, in tiles kept in registers.
static inline __attribute__((always_inline)) void
add_to_one(const double *rows, size_t n, size_t columns, size_t stride, const double *weights,
           double *triangle) {
  double sums[tall][8 * wide];
  // Rows are filled up with zeros to the stride, so that a tile may reach beyond the columns.
  for (size_t first = 0; first < columns; first += tall)
    for (size_t from = first & ~(size_t)7; from < columns; from += 8 * wide) {
      const size_t width = from + 8 * wide <= stride ? 8 * wide : stride - from;
      if (width == 8 * wide) product_tile(rows, n, stride, weights, first, from, wide, sums);
      else product_tile(rows, n, stride, weights, first, from, 1, sums);
      for (size_t d = 0; d < tall && first + d < columns; ++d) {
        const size_t row = first + d;
        double *into = triangle + row * columns - row * (row + 1) / 2;
        for (size_t c = from > row ? from : row; c < from + width && c < columns; ++c)
          into[c] += sums[d][c - from];
      }
    }
}

KERNEL void minhbach_add_products(const double *rows, size_t n, size_t columns, size_t stride,
                                  const double *weights, const int *codes, double *blocks,
                                  size_t width, size_t start) {
  if (!codes) {
    add_to_one(rows, n, columns, stride, weights, blocks + start);
    return;
  }
  for (size_t i = 0; i < n; ++i) {
    const double *z = rows + i * stride;
    double *block = blocks + (size_t)codes[i] * width + start;
    for (size_t a = 0; a < columns; ++a) {
      double factor = weights[i] * z[a];
      for (size_t b = a; b < columns; ++b) *block++ += factor * z[b];
    }
  }
}
