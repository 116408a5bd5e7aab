#pragma once

#include <stdint.h>

#include "philox.h"

// Normals in single precision, for kernels that need more of them than digits.

// What is not written as fused is not fused: the same digits wherever it runs.
#pragma STDC FP_CONTRACT OFF

/// A number of each of eight replicates, and then another of each.
typedef float singles __attribute__((vector_size(64), aligned(8), may_alias));
typedef uint32_t halves __attribute__((vector_size(64), aligned(8), may_alias));
typedef int32_t signed_halves __attribute__((vector_size(64), aligned(8), may_alias));

enum {
  /// Normals of one replicate that are made at once: four of a block.
  SINGLES_AT_ONCE = 4 * BLOCKS
};

/// The lower halves of the first, then those of the second.
#define LOWER_HALVES(first, second) \
  __builtin_shufflevector( \
    (halves)(first), (halves)(second), 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30)

#define NEXT_TERM(sum, x, factor) sum = __builtin_elementwise_fma(sum, x, (singles){0} + (factor))

/// Points of the plane by length and direction, each of 32 bits (Box & Muller 1958).
///
/// The length is √(−2 ln u) with u = (n + ½) / 2³²: at most 6.8, which one normal in 10¹¹ passes. The direction is an
/// angle within 45° of an axis, and which axis. Polynomials are of Tests/StatisticsTests/Reference/single_normals.py:
/// what they leave is below the digits.
INLINE void turn(const halves *lengths, const halves *directions, singles *one, singles *other) {
  singles n = __builtin_convertvector(*lengths, singles) + 0.5f;
  // n = 2^power × (1 + t), with 1 + t from √½ to √2.
  signed_halves power = ((signed_halves)n - 0x3f3504f3) >> 23;
  singles t = (singles)((signed_halves)n - (power << 23)) - 1.0f;
  singles sum = (singles){0} - 0x1.5d8646p-3f;
  NEXT_TERM(sum, t, 0x1.243c02p-2f);
  NEXT_TERM(sum, t, -0x1.32bcb8p-2f);
  NEXT_TERM(sum, t, 0x1.53846ep-2f);
  NEXT_TERM(sum, t, -0x1.98b290p-2f);
  NEXT_TERM(sum, t, 0x1.00038cp-1f);
  NEXT_TERM(sum, t, -0x1.555796p-1f);
  NEXT_TERM(sum, t, 0x1.fffffep-1f);
  NEXT_TERM(sum, t, -2.0f);
  singles minus_two_ln_two = (singles){0} - 0x1.62e430p+0f;
  singles square = __builtin_elementwise_fma(
    __builtin_convertvector(power - 32, singles), minus_two_ln_two, sum * t);
  singles length = __builtin_elementwise_sqrt(__builtin_elementwise_max(square, (singles){0}));

  singles x = __builtin_convertvector((signed_halves)*directions, singles) * 0x1p-31f, z = x * x;
  singles sine = (singles){0} - 0x1.2d9b40p-15f;
  NEXT_TERM(sine, z, 0x1.465ec4p-9f);
  NEXT_TERM(sine, z, -0x1.4abbbap-4f);
  NEXT_TERM(sine, z, 0x1.921fb6p-1f);
  sine *= x * length;
  singles cosine = (singles){0} - 0x1.4e5e06p-12f;
  NEXT_TERM(cosine, z, 0x1.03af58p-6f);
  NEXT_TERM(cosine, z, -0x1.3bd392p-2f);
  NEXT_TERM(cosine, z, 1.0f);
  cosine *= length;
  // The last two bits, which are below the digits of the angle, name the axis.
  cosine = (singles)((halves)cosine ^ (*directions << 31));
  halves is_upright = (halves)((*directions & 2) != 0);
  *one = (singles)(((halves)sine & is_upright) | ((halves)cosine & ~is_upright));
  *other = (singles)(((halves)cosine & is_upright) | ((halves)sine & ~is_upright));
}

/// Normals of eight replicates, a multiple of `SINGLES_AT_ONCE` of each, from a block of the generator on: the first of all,
/// the second of all, and so on.
INLINE void single_normals(
  uint64_t seed, const words *replicates, uint64_t block, long count, singles *numbers) {
  for (long n = 0; n < count / 4; n += BLOCKS) {
    words c[BLOCKS][4];
    for (int b = 0; b < BLOCKS; b++) {
      c[b][0] = (words){0} + (block + n + b);
      c[b][1] = (words){0};
      c[b][2] = *replicates;
      c[b][3] = *replicates >> 32;
    }
    philox(c, seed);
    for (int b = 0; b < BLOCKS; b++) {
      halves lengths = LOWER_HALVES(c[b][0], c[b][1]), directions = LOWER_HALVES(c[b][2], c[b][3]);
      turn(&lengths, &directions, numbers + 2 * (n + b), numbers + 2 * (n + b) + 1);
    }
  }
}
