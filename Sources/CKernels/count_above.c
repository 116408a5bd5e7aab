#include "count_above.h"

#include <string.h>

#include "kernels.h"

/// Eight points side by side; aligned as plain numbers are.
typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));

enum { LANES = 8 };

/// The normal distribution function of eight numbers, by Taylor's series about the nearest known value.
static inline __attribute__((always_inline)) void cumulative(
  const double *known, const double *values, double *result) {
#pragma clang loop vectorize(assume_safety)
  for (int lane = 0; lane < LANES; lane++) {
    double value = values[lane];
    value = value > 8.5 ? 8.5 : value;
    // What is not a number, a certain variable at the very point, is not above it.
    value = value > -8.5 ? value : -8.5;
    int place = (int)((value + 8.5) * 64 + 0.5);
    double x = place / 64.0 - 8.5, d = value - x, square = x * x;
    // The derivatives of the density are Hermite's polynomials times the density.
    double sixth = x * (-15 + square * (10 - square)) / 720;
    double fifth = (3 + square * (square - 6)) / 120 + d * sixth;
    double fourth = x * (3 - square) / 24 + d * fifth;
    double third = (square - 1) / 6 + d * fourth;
    double series = 1 + d * (d * third - x / 2);
    result[lane] = known[2 * place] + known[2 * place + 1] * d * series;
  }
}

KERNEL void minhbach_count_above(
  long points, const double *at, const double *weights, long others, const double *distances,
  const double *reciprocals, const double *known, double *room, double *sums) {
  lanes *chances = (lanes *)room;
  for (long first = 0; first < points; first += LANES) {
    memset(room, 0, sizeof(lanes) * (others + 1));
    memcpy(chances, weights + first, sizeof(lanes));
    // The fewest and the most that have a chance to lie above.
    long low = 0, high = 0;
    for (long other = 0; other < others; other++) {
      double values[LANES], above[LANES];
      for (int lane = 0; lane < LANES; lane++) {
        values[lane] = (distances[other] - at[first + lane]) * reciprocals[other];
      }
      cumulative(known, values, above);
      double least = above[0], most = above[0];
      for (int lane = 1; lane < LANES; lane++) {
        least = above[lane] < least ? above[lane] : least;
        most = above[lane] > most ? above[lane] : most;
      }
      if (most == 0) continue;
      lanes happens;
      memcpy(&happens, above, sizeof happens);
      lanes fails = 1 - happens;
      for (long place = high; place >= low; place--) {
        chances[place + 1] += chances[place] * happens;
        chances[place] *= fails;
      }
      low += least == 1;
      high++;
    }
    for (long place = low; place <= high; place++) ((lanes *)sums)[place] += chances[place];
  }
}
