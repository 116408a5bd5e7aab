#include "sweep.h"

#include "kernels.h"

KERNEL void minhbach_sweep_pivot(double *matrix, long order, long stride, long pivot, double sign) {
  double *row = matrix + pivot * stride;
  const double d = row[pivot];
  for (long i = 0; i < order; i++) {
    double *other = matrix + i * stride;
    if (i == pivot || row[i] == 0) continue;
    const double factor = row[i] / d;
    for (long j = 0; j < order; j++) other[j] -= factor * row[j];
    other[pivot] = sign * factor;
  }
  for (long j = 0; j < order; j++) row[j] = sign * row[j] / d;
  row[pivot] = -1 / d;
}

KERNEL void minhbach_symmetric_times(
    const double *matrix, long order, long stride, const double *vector, double *result) {
  for (long j = 0; j < order; j++) result[j] = 0;
  long i = 0;
  // Four rows at a time, so that the result is read and written a quarter as often.
  while (1) {
    const double *rows[4];
    double factors[4];
    int found = 0;
    for (; i < order && found < 4; i++) {
      if (vector[i] != 0) {
        rows[found] = matrix + i * stride;
        factors[found++] = vector[i];
      }
    }
    if (found == 0) return;
    for (; found < 4; found++) {
      rows[found] = rows[0];
      factors[found] = 0;
    }
    const double *a = rows[0], *b = rows[1], *c = rows[2], *d = rows[3];
    const double p = factors[0], q = factors[1], r = factors[2], s = factors[3];
    for (long j = 0; j < order; j++) result[j] += p * a[j] + q * b[j] + r * c[j] + s * d[j];
  }
}

KERNEL void minhbach_add_multiple(long count, double factor, const double *vector, double *result) {
  for (long j = 0; j < count; j++) result[j] += factor * vector[j];
}
