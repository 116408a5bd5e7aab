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

/// What one unit more of an indicator is worth, its range moved by the values.
INLINE void find_slope(double span, const double *range, const lanes *values, lanes *slope) {
  marks below = *values < range[2], above = *values > range[3];
  lanes low = (lanes){0} + range[0], high = (lanes){0} + range[1];
  lanes down = *values + (range[0] - range[2]), up = *values + (range[1] - range[3]);
  low = (lanes)(((marks)down & below) | ((marks)low & ~below));
  high = (lanes)(((marks)up & above) | ((marks)high & ~above));
  *slope = span / (high - low);
}

KERNEL void minhbach_exchanged_ranks(
  size_t indicators, size_t rivals, const double *values, const double *spans, const double *ranges,
  double tolerance, size_t count, const double *points, const double *others, double *ranks,
  double *room) {
  lanes *scores = (lanes *)room, *slope = scores + rivals, *own = slope + indicators;
  for (size_t first = 0; first < count; first += LANES) {
    size_t used = count - first < LANES ? count - first : LANES;
    lanes total = (lanes){0} + tolerance;
    for (size_t o = 0; o < rivals; o++) scores[o] = (lanes){0};
    for (size_t j = 0; j < indicators; j++) {
      lanes value;
      gather(points + j * count, first, count, &value);
      find_slope(spans[j], ranges + 4 * j, &value, &slope[j]);
      own[j] = slope[j] * value;
      total += own[j];
      const double *rival = values + j * rivals;
      for (size_t o = 0; o < rivals; o++) scores[o] += slope[j] * rival[o];
    }
    marks above = {0};
    for (size_t o = 0; o < rivals; o++) above -= scores[o] > total;
    for (size_t l = 0; l < used; l++) ranks[first + l] = 1 + (double)above[l];
    for (size_t j = 0; others && j < indicators; j++) {
      lanes value, other;
      gather(others + j * count, first, count, &value);
      find_slope(spans[j], ranges + 4 * j, &value, &other);
      lanes change = other - slope[j], bar = total - own[j] + other * value;
      const double *rival = values + j * rivals;
      above = (marks){0};
      for (size_t o = 0; o < rivals; o++) above -= scores[o] + change * rival[o] > bar;
      for (size_t l = 0; l < used; l++) ranks[(j + 1) * count + first + l] = 1 + (double)above[l];
    }
  }
}
