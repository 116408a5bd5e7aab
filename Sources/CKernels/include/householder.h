#pragma once
#include <stddef.h>

/// Finds the triangle R of W^½ X = Q R by Householder reflections; Q is not kept.
///
/// Rows are folded into the triangle block by block, each block being small enough for the first cache:
/// reflection j touches row j of the triangle and the block alone. The order of the operations is fixed,
/// eight partial sums to each product, so that every processor gives the same bits.
///
/// design: rows × columns, by columns, column j to be multiplied by factors[j]. weights: rows, or null for
/// ones. triangle: columns × columns, by columns, zeros below the diagonal; of either sign on it.
/// block: householder_block_size(columns) numbers of scratch.
void householder_triangle(
    size_t rows, size_t columns, const double *design, const double *factors, const double *weights,
    double *triangle, double *block);

/// The size of the scratch of `householder_triangle`, in numbers.
size_t householder_block_size(size_t columns);
