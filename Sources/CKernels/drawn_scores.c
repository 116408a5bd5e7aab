#include "drawn_scores.h"

#include "kernels.h"

typedef double lanes __attribute__((vector_size(64), aligned(8)));

enum { LANES = 8 };

/// Leaves the higher ones of two vectors in the first, the lower ones in the second.
static inline __attribute__((always_inline)) void exchange(double *first, double *second) {
#pragma clang loop vectorize(assume_safety)
  for (int lane = 0; lane < LANES; lane++) {
    const double a = first[lane], b = second[lane];
    first[lane] = a > b ? a : b;
    second[lane] = a > b ? b : a;
  }
}

KERNEL void minhbach_scores_at_places(size_t units, size_t width, const double *drawn,
                                      size_t count, const long *places, double *room,
                                      double *found) {
  lanes *scores = (lanes *)room;
  size_t top = 1;
  while (2 * top < units) top *= 2;
  for (size_t draw = 0; draw < width; draw += LANES) {
    for (size_t u = 0; u < units; u++) scores[u] = *(const lanes *)(drawn + u * width + draw);
    // Knuth, The Art of Computer Programming 5.2.2, algorithm M.
    for (size_t p = top; p > 0; p /= 2) {
      size_t q = top, r = 0, d = p;
      for (;;) {
        for (size_t i = 0; i + d < units; i++) {
          if ((i & p) != r) continue;
          exchange(room + LANES * i, room + LANES * (i + d));
        }
        if (q == p) break;
        d = q - p;
        q /= 2;
        r = p;
      }
    }
    for (size_t k = 0; k < count; k++) *(lanes *)(found + k * width + draw) = scores[places[k]];
  }
}

KERNEL size_t minhbach_needs_between(size_t count, const double *own, const double *bars,
                                     const double *next_bars, double low, double high,
                                     double *found, long *below) {
  size_t n = 0;
  long under = 0;
  for (size_t i = 0; i < count; i++) {
    const double need = (own[i] >= bars[i] ? next_bars[i] : bars[i]) - own[i];
    under += need < low;
    found[n] = need;
    n += (need >= low) & (need <= high);
  }
  *below += under;
  return n;
}
