#pragma once

/// Adds the products of all pairs of columns.
///
/// @param rows how many rows are taken.
/// @param columns the number of columns.
/// @param matrix the first row taken of the first column.
/// @param stride the distance from one column to the next.
/// @param weights the weights of the rows taken, or null where all weigh one.
/// @param products columns × columns numbers; those with row ≥ column are added to, row by row.
void minhbach_gram(
  long rows, long columns, const double *matrix, long stride, const double *weights,
  double *products);

/// Finds residuals, and their products with the columns, in twice the working precision.
///
/// Ogita, Rump & Oishi (2005), doi:10.1137/030601818, algorithm Dot2, eight sums side by side.
///
/// @param rows how many rows are taken.
/// @param columns the number of columns.
/// @param matrix the first row taken of the first column.
/// @param stride the distance from one column to the next.
/// @param weights the weights of the rows taken, or null where all weigh one.
/// @param response a number for each row taken.
/// @param coefficients a number for each column.
/// @param residuals a number for each row taken: the response less the columns times coefficients.
/// @param products a number for each column, and then what its rounding lost: set.
/// @param room 16 numbers for each column.
void minhbach_sweep(
  long rows, long columns, const double *matrix, long stride, const double *weights,
  const double *response, const double *coefficients, double *residuals, double *products,
  double *room);
