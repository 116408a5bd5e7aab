#include "crossings.h"

#include "kernels.h"

typedef double lanes __attribute__((vector_size(64), aligned(8)));
typedef long signs __attribute__((vector_size(64)));

enum { LANES = 8, TALL = 4 };

/// Looks through eight rows; most hold none.
static inline __attribute__((always_inline)) size_t
look(const lanes *rates, const double *margins, size_t row, double low, double time, double *times,
     long *rows, size_t found) {
  // By address: a vector by value would change the way of calling between widths.
  const lanes rate = *rates;
  const lanes margin = *(const lanes *)(margins + row), later = margin + rate * time;
  const signs crossed = (margin >= low) ^ (later >= low);
  long any = 0;
  for (int lane = 0; lane < LANES; lane++) any |= crossed[lane];
  if (!any) return found;
  for (int lane = 0; lane < LANES; lane++) {
    times[found] = -margin[lane] / rate[lane];
    rows[found] = (long)row + lane;
    found += crossed[lane] != 0;
  }
  return found;
}

KERNEL size_t minhbach_crossings(size_t columns, size_t width, const double *values,
                                 const double *direction, const double *margins, double low,
                                 double time, double *times, long *rows) {
  size_t found = 0, row = 0;
  for (; row + TALL * LANES <= width; row += TALL * LANES) {
    lanes rate[TALL] = {{0}};
    for (size_t c = 0; c < columns; ++c)
      for (int v = 0; v < TALL; ++v)
        rate[v] += direction[c] * *(const lanes *)(values + c * width + row + LANES * v);
    for (int v = 0; v < TALL; ++v)
      found = look(&rate[v], margins, row + LANES * v, low, time, times, rows, found);
  }
  for (; row < width; row += LANES) {
    lanes rate = {0};
    for (size_t c = 0; c < columns; ++c)
      rate += direction[c] * *(const lanes *)(values + c * width + row);
    found = look(&rate, margins, row, low, time, times, rows, found);
  }
  return found;
}
