#include "exchanged_ranks.h"

#include <stdint.h>
#include <string.h>

#include "kernels.h"

/// One number of each of eight points.
typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));
typedef int64_t marks __attribute__((vector_size(64)));

#define INLINE static inline __attribute__((always_inline))

enum { LANES = 8 };

/// Takes the values of one indicator at eight points; the last again where there are fewer.
INLINE void gather(const double *values, size_t first, size_t count, lanes *found) {
  if (first + LANES <= count) *found = *(const lanes *)(values + first);
  else
    for (size_t l = 0; l < LANES; l++) (*found)[l] = values[first + l < count ? first + l : count - 1];
}

/// What one unit more of an indicator is worth, its range widened to the values.
INLINE void find_slope(const minhbach_widening_index *x, size_t j, const lanes *values, lanes *slope) {
  lanes low = (lanes){0} + x->lowest[j], high = (lanes){0} + x->highest[j];
  marks below = *values < low, above = *values > high;
  low = (lanes)(((marks)*values & below) | ((marks)low & ~below));
  high = (lanes)(((marks)*values & above) | ((marks)high & ~above));
  *slope = x->spans[j] / (high - low);
}

KERNEL void minhbach_exchanged_ranks(
  const minhbach_widening_index *x, size_t count, const double *const *points,
  const double *const *others, double *const *ranks, double *room) {
  lanes *scores = (lanes *)room, *slope = scores + x->rivals, *own = slope + x->indicators;
  for (size_t first = 0; first < count; first += LANES) {
    size_t used = count - first < LANES ? count - first : LANES;
    lanes total = (lanes){0} + x->tolerance;
    for (size_t o = 0; o < x->rivals; o++) scores[o] = (lanes){0};
    for (size_t j = 0; j < x->indicators; j++) {
      lanes values;
      gather(points[j], first, count, &values);
      find_slope(x, j, &values, &slope[j]);
      own[j] = slope[j] * values;
      total += own[j];
      const double *rivals = x->values + j * x->rivals;
      for (size_t o = 0; o < x->rivals; o++) scores[o] += slope[j] * rivals[o];
    }
    marks above = {0};
    for (size_t o = 0; o < x->rivals; o++) above -= scores[o] > total;
    for (size_t l = 0; l < used; l++) ranks[0][first + l] = 1 + (double)above[l];
    if (!others) continue;
    for (size_t j = 0; j < x->indicators; j++) {
      lanes values, other;
      gather(others[j], first, count, &values);
      find_slope(x, j, &values, &other);
      lanes change = other - slope[j], bar = total - own[j] + other * values;
      const double *rivals = x->values + j * x->rivals;
      above = (marks){0};
      for (size_t o = 0; o < x->rivals; o++) above -= scores[o] + change * rivals[o] > bar;
      for (size_t l = 0; l < used; l++) ranks[j + 1][first + l] = 1 + (double)above[l];
    }
  }
}
