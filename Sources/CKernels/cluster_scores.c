#include "cluster_scores.h"

#include "kernels.h"

KERNEL void minhbach_cluster_scores(
  long rows, const int32_t *groups, const double *column, const double *residuals, double *sums) {
#pragma clang fp reassociate(on) contract(fast)
  long row = 0;
  while (row < rows) {
    int32_t group = groups[row];
    long end = row + 1;
    while (end < rows && groups[end] == group) end++;
    double sum = 0;
    // A cluster has few rows: eight at a time, not 32.
#pragma clang loop vectorize_width(8) interleave_count(1)
    for (; row < end; row++) sum += column[row] * residuals[row];
    sums[group] += sum;
  }
}
