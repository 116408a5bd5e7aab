#pragma once
#include <stdint.h>

// Eight replicates of a wild cluster bootstrap side by side. A matrix of rows × columns stands in blocks
// of eight rows, column by column within a block; rows that are not there are zero.

/// Turns signs of replicates into numbers side by side.
///
/// @param clusters the number of clusters.
/// @param signs the signs of the clusters, replicate by replicate.
/// @param replicates how many there are, no more than eight; the others get signs of one.
/// @param weights clusters × 8 numbers: set.
void minhbach_wild_spread(
  long clusters, const int8_t *signs, long replicates, double *weights);

/// Builds the matrix C = diag(n) − E K that turns weights into cluster scores, as the triangle U of C = Q U.
///
/// The squared length of U v is that of C v, at half the work, and a sum of squares as well.
///
/// @param clusters the number of clusters.
/// @param columns the number of columns of E, rows of K.
/// @param numerators n of each cluster.
/// @param projections K in blocks.
/// @param loadings E in blocks of eight clusters.
/// @param triangle U in blocks, zero before the diagonal: set.
/// @param room 8 × ⌈clusters / 8⌉ × clusters numbers.
void minhbach_wild_triangle(
  long clusters, long columns, const double *numerators, const double *projections,
  const double *loadings, double *triangle, double *room);

/// Finds t statistics from the triangle of the scores' matrix.
///
/// @param clusters the number of clusters.
/// @param numerators what each cluster's weight adds to the estimate.
/// @param triangle clusters × clusters numbers in blocks, zero before the diagonal.
/// @param weights clusters × 8 numbers.
/// @param statistics 8 numbers: set to the sum of the weighted numerators over the length of the
///   triangle times the weights.
void minhbach_wild_statistics(
  long clusters, const double *numerators, const double *triangle, const double *weights,
  double *statistics);

/// Finds the parts of t statistics that depend on the value tested.
///
/// With the residuals e + d f, of which d is the distance of the estimate from the value tested, the
/// cluster scores of a replicate are (n₀ + d n₁) v − E (K₀ + d K₁) v.
///
/// @param clusters the number of clusters.
/// @param columns the number of columns of E, rows of K₀ and K₁.
/// @param numerators n₀ of each cluster, then n₁.
/// @param projections K₀ in blocks, then K₁.
/// @param loadings E in blocks of eight clusters.
/// @param weights clusters × 8 numbers.
/// @param parts five times 8 numbers: the two parts of the estimate, then the squared length of the
///   scores as the factors of 1, d and d².
/// @param room 16 × (columns + 8) numbers.
void minhbach_wild_parts(
  long clusters, long columns, const double *numerators, const double *projections,
  const double *loadings, const double *weights, double *parts, double *room);
