#pragma once
#include <stddef.h>
#include <stdint.h>

// Sums of products in twice the working precision: each product and each sum is split into its rounded
// value and what rounding lost (Ogita, Rump & Oishi 2005, doi:10.1137/030601818, algorithm Dot2). The order
// of the operations is fixed, eight partial sums to each, so that every processor gives the same bits.

/// Returns the bits of the greatest absolute value; those of NaN are greater than those of infinity,
/// and these greater than those of any number.
uint64_t compensated_magnitude(size_t count, const double *values);

/// Finds what is left of a response, and the products of what is left with the columns.
///
/// remainder = response − X b and products = Xᵀ W remainder, where column j of X is the stored one
/// times factors[j], a power of two.
///
/// design: rows × columns, by columns. weights: rows, or null for ones. coefficients, then their lost
/// parts: columns each. remainder: rows, rounded, or null. products, then their lost parts: columns
/// each, or both null. scratch: 16 × columns numbers.
void compensated_sweep(
    size_t rows, size_t columns, const double *design, const double *factors, const double *weights,
    const double *response, const double *coefficients, const double *coefficients_lost,
    double *remainder, double *products, double *products_lost, double *scratch);

/// Finds XᵀWX, columns × columns, its upper triangle by columns, and the lost parts of the same shape.
///
/// factors and weights as above. scratch: 16 × columns × columns numbers.
void compensated_gram(
    size_t rows, size_t columns, const double *design, const double *factors, const double *weights,
    double *gram, double *gram_lost, double *scratch);
