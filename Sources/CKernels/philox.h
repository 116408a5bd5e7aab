#pragma once

#include <stdint.h>

/// One word of each of eight replicates.
typedef uint64_t words __attribute__((vector_size(64), aligned(8), may_alias));

#define INLINE static inline __attribute__((always_inline))

enum {
  /// Blocks of the generator made at once, so that their long chains of products overlap.
  BLOCKS = 2
};

static const uint64_t LOW = 0xffffffff;

/// Ten rounds on the counters of eight replicates each: a word in the lower half of each lane.
///
/// What stands in the upper halves is not looked at, and at the end is what is left of the work.
INLINE void philox(words c[BLOCKS][4], uint64_t seed) {
  uint32_t k0 = (uint32_t)seed, k1 = (uint32_t)(seed >> 32);
#pragma clang loop unroll(full)
  for (int round = 0; round < 10; round++) {
#pragma clang loop unroll(full)
    for (int b = 0; b < BLOCKS; b++) {
      words first = (c[b][0] & LOW) * 0xD2511F53, second = (c[b][2] & LOW) * 0xCD9E8D57;
      c[b][0] = (second >> 32) ^ c[b][1] ^ k0;
      c[b][1] = second;
      c[b][2] = (first >> 32) ^ c[b][3] ^ k1;
      c[b][3] = first;
    }
    k0 += 0x9E3779B9;
    k1 += 0xBB67AE85;
  }
}
