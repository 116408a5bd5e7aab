#pragma once

/// The products of columns within each cluster, in the order in which replicates sum them up.
///
/// The columns are effects to be taken out, then regressors, then the response.
typedef struct {
  /// The number of clusters.
  long clusters;
  /// The number of all columns.
  long columns;
  /// The number of those that are effects.
  long effects;
  /// The number of further effects, not among the columns, which are orthogonal and of one length within
  /// each cluster.
  long orthogonal;
  /// Tile by tile, of each cluster MINHBACH_PAIRS_TILE products: the lower triangle row by row; where
  /// there are orthogonal effects, their products with the columns, effect by effect, and their squared
  /// length; and zeros.
  const double *tiles;
  /// Of each cluster the products of all columns with all columns, row by row.
  const double *blocks;
  /// A pivot that is less than this part of its column's square is none.
  double tolerance;
} minhbach_pairs_products;

enum {
  /// Products summed up side by side, in registers.
  MINHBACH_PAIRS_TILE = 12,
  /// Replicates worked on side by side.
  MINHBACH_PAIRS_LANES = 8
};

/// Solves eight replicates of a pairs cluster bootstrap.
///
/// @param products what the clusters hold.
/// @param counts how often each cluster is drawn: clusters × 8 numbers.
/// @param coefficients regressors × 8 numbers: set.
/// @param variances regressors × 8 numbers: set to the cluster-robust variances without a factor for
///   small samples; or null.
/// @param room 8 × (12 tiles + 2 columns) numbers, where 12 tiles hold the products of a cluster.
/// @return a bit for each replicate whose regressors are collinear; its numbers mean nothing.
unsigned minhbach_pairs_solve(
  const minhbach_pairs_products *products, const double *counts, double *coefficients,
  double *variances, double *room);
