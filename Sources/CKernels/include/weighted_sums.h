#pragma once

#include <stddef.h>

/// Weighted sums of blocks of numbers, for several sets of weights at once.
///
///     sums[d][c] += sum over g of weights[d][g] * blocks[g][c]
///
/// Each sum runs through the groups in their order, whatever the processor.
///
/// - blocks: groups x width numbers; the width is a multiple of eight.
/// - weights: sets x groups numbers.
/// - sums: sets x width numbers, added to.
void minhbach_weighted_sums(const double *blocks, size_t groups, size_t width, const double *weights,
                            size_t sets, double *sums);

/// Adds the weighted products of each row with itself to the block of its group.
///
///     blocks[codes[i]][start + ...] += weights[i] * the upper triangle of z z', row by row
///
/// - rows: n rows of the given stride, a multiple of eight, each with z in its first `columns` places
///   and zeros in the others.
/// - weights: n numbers.
/// - codes: the block of each row, or null where all rows go to the first.
/// - blocks: blocks of the given width.
/// - start: where in a block the triangle starts.
void minhbach_add_products(const double *rows, size_t n, size_t columns, size_t stride,
                           const double *weights, const int *codes, double *blocks, size_t width,
                           size_t start);
