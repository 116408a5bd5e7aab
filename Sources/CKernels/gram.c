#include "gram.h"

#include "kernels.h"

#include <stddef.h>

// Eight numbers at any address; narrower processors take it in halves or quarters.
typedef double Eight __attribute__((vector_size(64), aligned(8)));

void minhbach_gram_pack(
    const double *column, const int32_t *rows, const double *scales, long count, double shift, double *out) {
  if (scales == NULL) {
    for (long r = 0; r < count; r++) out[MINHBACH_PANEL * r] = column[rows[r]] - shift;
  } else {
    for (long r = 0; r < count; r++) out[MINHBACH_PANEL * r] = (column[rows[r]] - shift) * scales[r];
  }
}

KERNEL void minhbach_gram_add(
    const double *panels, long panel_stride, long panel_count, long rows, double *gram) {
  const long order = MINHBACH_PANEL * panel_count;
  for (long i = 0; i < panel_count; i++) {
    const double *left = panels + i * panel_stride;
    // Two panels at a time on the right: sixteen sums in flight hide the latency of a sum.
    for (long j = i & ~1L; j < panel_count; j += 2) {
      const double *right = panels + j * panel_stride;
      double *tile = gram + i * MINHBACH_PANEL * order + j * MINHBACH_PANEL;
      Eight low[MINHBACH_PANEL], high[MINHBACH_PANEL];
#pragma clang loop unroll(full)
      for (int k = 0; k < MINHBACH_PANEL; k++) {
        low[k] = *(const Eight *)(tile + k * order);
        high[k] = *(const Eight *)(tile + k * order + MINHBACH_PANEL);
      }
      for (long r = 0; r < rows; r++) {
        const Eight first = *(const Eight *)(right + MINHBACH_PANEL * r);
        const Eight second = *(const Eight *)(right + panel_stride + MINHBACH_PANEL * r);
#pragma clang loop unroll(full)
        for (int k = 0; k < MINHBACH_PANEL; k++) {
          const double factor = left[MINHBACH_PANEL * r + k];
          low[k] += factor * first;
          high[k] += factor * second;
        }
      }
#pragma clang loop unroll(full)
      for (int k = 0; k < MINHBACH_PANEL; k++) {
        *(Eight *)(tile + k * order) = low[k];
        *(Eight *)(tile + k * order + MINHBACH_PANEL) = high[k];
      }
    }
  }
}
