#include "normals.h"

#include "kernels.h"
#include "philox.h"
#include "ziggurat.h"

// One product, one sum: the same digits with and without fused instructions.
#pragma STDC FP_CONTRACT OFF

/// One number of each of eight replicates.
typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));
typedef uint32_t halves __attribute__((vector_size(64)));

enum {
  /// Numbers of each replicate between generator and ziggurat: they stay in the nearest cache.
  BATCH = 32,
  /// Layers of the ziggurat.
  LAYERS = 1024
};

/// The lower halves of the first as the lower halves, those of the second as the upper ones.
#define JOIN(low, high) \
  (words) __builtin_shufflevector( \
    (halves)(low), (halves)(high), 0, 16, 2, 18, 4, 20, 6, 22, 8, 24, 10, 26, 12, 28, 14, 30)

/// The random numbers with which one rejected normal is made anew.
typedef struct {
  uint64_t seed, replicate;
  uint32_t place, block;
  uint64_t spare;
  int has_spare;
} stream;

static uint64_t next(stream *s) {
  if (s->has_spare) {
    s->has_spare = 0;
    return s->spare;
  }
  uint32_t c0 = s->place, c1 = 0x80000000 | s->block++;
  uint32_t c2 = (uint32_t)s->replicate, c3 = (uint32_t)(s->replicate >> 32);
  uint32_t k0 = (uint32_t)s->seed, k1 = (uint32_t)(s->seed >> 32);
  for (int round = 0; round < 10; round++) {
    uint64_t first = c0 * (uint64_t)0xD2511F53, second = c2 * (uint64_t)0xCD9E8D57;
    c0 = (uint32_t)(second >> 32) ^ c1 ^ k0;
    c1 = (uint32_t)second;
    c2 = (uint32_t)(first >> 32) ^ c3 ^ k1;
    c3 = (uint32_t)first;
    k0 += 0x9E3779B9;
    k1 += 0xBB67AE85;
  }
  s->spare = (uint64_t)c3 << 32 | c2;
  s->has_spare = 1;
  return (uint64_t)c1 << 32 | c0;
}

/// A number between zero and one, neither of them.
static double uniform(stream *s) { return ((double)(next(s) >> 12) + 0.5) * 0x1p-52; }

/// An exponential number by comparisons of uniform ones alone (von Neumann 1951; Devroye 1986, IV.2).
static double exponential(stream *s) {
  for (double whole = 0;; whole++) {
    double first = uniform(s), last = first;
    int count = 1;
    while (1) {
      double u = uniform(s);
      count++;
      if (u > last) break;
      last = u;
    }
    if (count % 2 == 0) return whole + first;
  }
}

/// Whether a number is below exp(−t), 0 ≤ t < 1, by partial sums from both sides (Devroye 1986, IV.5).
static int is_below_exponential(double number, double t) {
  double sum = 1, term = 1;
  for (int n = 1; n < 40; n++) {
    term = term * t / n;
    if (n % 2 == 1) {
      sum -= term;
      if (number < sum) return 1;
    } else {
      sum += term;
      if (number >= sum) return 0;
    }
  }
  return number < sum;
}

INLINE double magnitude(double x) { return x < 0 ? -x : x; }

/// What becomes of 64 bits that fall outside the part of their layer that lies under the curve for sure.
static __attribute__((noinline)) double settle(
  uint64_t seed, uint64_t replicate, uint64_t place, uint64_t bits) {
  stream s = {seed, replicate, (uint32_t)place, 0, 0, 0};
  while (1) {
    int layer = bits & (LAYERS - 1);
    double x = ((double)(bits >> 12) * 0x1p-51 - 1) * ziggurat_edges[layer];
    double edge = ziggurat_edges[layer + 1], size = magnitude(x);
    if (size < edge) return x;
    if (layer == 0) {
      // The tail: Marsaglia (1964).
      double beyond, other;
      do {
        beyond = exponential(&s) / edge;
        other = exponential(&s);
      } while (other + other <= beyond * beyond);
      return x < 0 ? -(edge + beyond) : edge + beyond;
    }
    double low = ziggurat_heights[layer], high = ziggurat_heights[layer + 1];
    double height = low + uniform(&s) * (high - low);
    if (is_below_exponential(height / high, (size - edge) * (size + edge) * 0.5)) return x;
    bits = next(&s);
  }
}

/// The outer and the inner edge of a layer.
typedef double pair __attribute__((vector_size(16), aligned(8), may_alias));

/// Turns 64 bits of each replicate into a number, and tells whether one is still to be settled.
INLINE int transform(const words *bits, const uint64_t *layers, lanes *numbers) {
#define EDGES(l) (*(const pair *)(ziggurat_edges + layers[l]))
#define FOUR(a, b) __builtin_shufflevector(EDGES(a), EDGES(b), 0, 1, 2, 3)
#define EIGHT(a, b, c, d) __builtin_shufflevector(FOUR(a, b), FOUR(c, d), 0, 1, 2, 3, 4, 5, 6, 7)
  lanes even = EIGHT(0, 2, 4, 6), odd = EIGHT(1, 3, 5, 7);
  lanes outer = __builtin_shufflevector(even, odd, 0, 8, 2, 10, 4, 12, 6, 14);
  lanes inner = __builtin_shufflevector(even, odd, 1, 9, 3, 11, 5, 13, 7, 15);
  // 52 bits between the exponents of 2 and of 4, less 3: from −1 to 1.
  lanes x = ((lanes)((*bits >> 12) | 0x4000000000000000) - 3.0) * outer;
  *numbers = x;
  lanes size = (lanes)((words)x & 0x7fffffffffffffff);
  return __builtin_reduce_or((words)(size >= inner)) != 0;
}

/// Makes the first bits of a batch, and the layers they name.
INLINE void fill(
  uint64_t seed, const words *replicates, uint64_t block, long count, words *bits, words *layers) {
  for (long n = 0; n < count; n += 2 * BLOCKS) {
    words c[BLOCKS][4];
    for (int b = 0; b < BLOCKS; b++) {
      c[b][0] = (words){0} + (block + n / 2 + b);
      c[b][1] = (words){0};
      c[b][2] = *replicates;
      c[b][3] = *replicates >> 32;
    }
    philox(c, seed);
    for (int b = 0; b < BLOCKS; b++) {
      words first = JOIN(c[b][0], c[b][1]), second = JOIN(c[b][2], c[b][3]);
      bits[n + 2 * b] = first;
      bits[n + 2 * b + 1] = second;
      layers[n + 2 * b] = first & (LAYERS - 1);
      layers[n + 2 * b + 1] = second & (LAYERS - 1);
    }
  }
}

KERNEL void minhbach_normals(
  uint64_t seed, uint64_t replicate, uint64_t first, long count, double *numbers) {
  words ids = {0, 1, 2, 3, 4, 5, 6, 7};
  ids += replicate;
  for (long start = 0; start < count; start += BATCH) {
    words bits[BATCH], layers[BATCH];
    long length = count - start < BATCH ? count - start : BATCH;
    lanes *into = (lanes *)numbers + start;
    fill(seed, &ids, (first + start) / 2, length, bits, layers);
    uint64_t unsettled = 0;
    for (long n = 0; n < length; n++) {
      unsettled |= (uint64_t)transform(&bits[n], (const uint64_t *)&layers[n], &into[n]) << n;
    }
    for (; unsettled != 0; unsettled &= unsettled - 1) {
      long n = __builtin_ctzll(unsettled);
      for (int l = 0; l < MINHBACH_LANES; l++) {
        if (!(magnitude(into[n][l]) < ziggurat_edges[layers[n][l] + 1])) {
          into[n][l] = settle(seed, replicate + l, first + start + n, bits[n][l]);
        }
      }
    }
  }
}
