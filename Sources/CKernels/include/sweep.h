#pragma once

/// Sweeps a symmetric matrix on one pivot, or with sign -1 takes such a sweep back.
///
/// With d = T[k][k]: T[i][j] -= T[i][k] T[k][j] / d, T[i][k] = T[k][i] = sign * T[i][k] / d, T[k][k] = -1/d.
/// Rows are `stride` numbers apart. Source: Goodnight (1979), doi:10.1080/00031305.1979.10482685.
void minhbach_sweep_pivot(double *matrix, long order, long stride, long pivot, double sign);

/// The product of a symmetric matrix with a vector, most of which may be zeros: they cost nothing.
void minhbach_symmetric_times(
    const double *matrix, long order, long stride, const double *vector, double *result);

/// Adds a multiple of one vector to another.
void minhbach_add_multiple(long count, double factor, const double *vector, double *result);
