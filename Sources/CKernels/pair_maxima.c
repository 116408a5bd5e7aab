#include "pair_maxima.h"

#include "kernels.h"
#include "normals.h"

// The same digits with and without fused instructions.
#pragma STDC FP_CONTRACT OFF

/// One number of each of eight draws.
typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));
typedef uint64_t words __attribute__((vector_size(64), aligned(8), may_alias));

enum { LANES = MINHBACH_LANES, GROUPS = MINHBACH_PAIR_DRAWS / MINHBACH_LANES };

KERNEL void minhbach_draw_deviations(
  uint64_t seed, uint64_t replicate, long units, const double *errors, const double *factor,
  double *deviations, double *room) {
  lanes *normals = (lanes *)room;
  for (long g = 0; g < GROUPS; g++) {
    lanes *into = (lanes *)deviations + g;
    minhbach_normals(seed, replicate + (uint64_t)(g * LANES), 0, units, room);
    for (long i = 0; i < units; i++) {
      if (errors) {
        into[i * GROUPS] = errors[i] * normals[i];
        continue;
      }
      const double *row = factor + i * units;
      lanes even = {0}, odd = {0};
      long k = 0;
      for (; k + 1 <= i; k += 2) {
        even += row[k] * normals[k];
        odd += row[k + 1] * normals[k + 1];
      }
      if (k <= i) even += row[k] * normals[k];
      into[i * GROUPS] = even + odd;
    }
  }
}

KERNEL void minhbach_pair_maxima(
  const double *deviations, const minhbach_pair *pairs, long two_sided, long one_sided,
  double *maxima) {
  const lanes *d = (const lanes *)deviations;
  lanes largest[GROUPS];
  for (int g = 0; g < GROUPS; g++) largest[g] = (lanes){0} - __builtin_inf();
  for (long n = 0; n < two_sided + one_sided; n++) {
    const lanes *a = d + (long)pairs[n].first * GROUPS, *b = d + (long)pairs[n].second * GROUPS;
    // The sign of a difference whose size counts is taken off.
    uint64_t kept = n < two_sided ? 0x7fffffffffffffff : ~(uint64_t)0;
#pragma clang loop unroll(full)
    for (int g = 0; g < GROUPS; g++) {
      lanes t = (lanes)((words)((a[g] - b[g]) * pairs[n].factor) & kept);
      // Compiled to a maximum.
      words greater = (words)(t > largest[g]);
      largest[g] = (lanes)(((words)t & greater) | ((words)largest[g] & ~greater));
    }
  }
  for (int g = 0; g < GROUPS; g++) ((lanes *)maxima)[g] = largest[g];
}
