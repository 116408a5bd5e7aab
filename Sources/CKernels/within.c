#include "within.h"

#include <stddef.h>

#include "kernels.h"

/// Eight columns side by side; aligned as plain numbers are.
typedef double lanes __attribute__((vector_size(64), aligned(8), may_alias));

#define INLINE static inline __attribute__((always_inline))

/// Before a loop over the rows of one unit, which are few: eight at a time, not 32; a row depends on itself
/// alone.
#define SHORT _Pragma("clang loop vectorize(assume_safety) vectorize_width(8) interleave_count(1)")

/// Whether the levels of rows are one after another, as in years without a gap.
INLINE int is_run(const int32_t *levels, long count) {
  int32_t differences = 0;
  SHORT
  for (long i = 0; i < count; i++) differences |= levels[i] - levels[0] - (int32_t)i;
  return differences == 0;
}

/// The sum of numbers, weighted where there are weights.
INLINE double sum_of(const double *values, const double *weights, long count) {
#pragma clang fp reassociate(on) contract(fast)
  double sum = 0;
  if (weights) {
    SHORT
    for (long i = 0; i < count; i++) sum += weights[i] * values[i];
  } else {
    SHORT
    for (long i = 0; i < count; i++) sum += values[i];
  }
  return sum;
}

/// The sum of squares, weighted where there are weights.
INLINE double squares_of(const double *values, const double *weights, long count) {
#pragma clang fp reassociate(on) contract(fast)
  double sum = 0;
  if (weights) {
    for (long i = 0; i < count; i++) sum += weights[i] * values[i] * values[i];
  } else {
    for (long i = 0; i < count; i++) sum += values[i] * values[i];
  }
  return sum;
}

/// Adds numbers less their mean, weighted, to the sums of their rows' levels.
INLINE void add_to_levels(
  const int32_t *levels, long others, const double *weights, const double *values, double mean,
  long count, double *sums) {
  if (others == 1 && is_run(levels, count)) {
    double *target = sums + levels[0];
    if (weights) {
      SHORT
      for (long i = 0; i < count; i++) target[i] += weights[i] * (values[i] - mean);
    } else {
      SHORT
      for (long i = 0; i < count; i++) target[i] += values[i] - mean;
    }
    return;
  }
  for (long i = 0; i < count; i++) {
    double value = values[i] - mean;
    if (weights) value *= weights[i];
    for (long k = 0; k < others; k++) sums[levels[i * others + k]] += value;
  }
}

/// Takes the effects of a run of levels and then the unit's mean from the numbers of a unit, adds what is
/// left to the sums of the levels, and returns the mean.
INLINE double subtract_run(
  const double *effects, const double *weights, double reciprocal, const double *values, long count,
  double *result, double *sums) {
#pragma clang fp reassociate(on) contract(fast)
  double mean = 0;
  SHORT
  for (long i = 0; i < count; i++) {
    double rest = values[i] - effects[i];
    mean += weights ? weights[i] * rest : rest;
  }
  mean *= reciprocal;
  SHORT
  for (long i = 0; i < count; i++) {
    double rest = values[i] - effects[i] - mean;
    result[i] = rest;
    sums[i] += weights ? weights[i] * rest : rest;
  }
  return mean;
}

/// The same for levels in any order.
INLINE double subtract_levels(
  const int32_t *levels, long others, const double *effects, const double *weights, double reciprocal,
  const double *values, long count, double *result, double *sums) {
// Gathering is slower than taking one after another.
#pragma clang loop vectorize(disable)
  for (long i = 0; i < count; i++) {
    double value = values[i];
    for (long k = 0; k < others; k++) value -= effects[levels[i * others + k]];
    result[i] = value;
  }
  double mean = sum_of(result, weights, count) * reciprocal;
  SHORT
  for (long i = 0; i < count; i++) result[i] -= mean;
  if (others > 0) add_to_levels(levels, others, weights, result, 0, count, sums);
  return mean;
}

/// Rows of which the squares are summed up at once, while they are in the nearest cache.
enum { BATCH = 1024 };

/// The unit after those that fill a batch from one on.
INLINE long batch_end(const minhbach_unit_rows *rows, long unit) {
  long first = rows->starts[unit];
  do unit++;
  while (unit < rows->units && rows->starts[unit] - first < BATCH);
  return unit;
}

KERNEL double minhbach_within_collect(
  const minhbach_unit_rows *rows, const double *column, double *sums) {
  double squares = 0;
  for (long unit = 0; unit < rows->units;) {
    long start = rows->starts[unit];
    for (long end = batch_end(rows, unit); unit < end; unit++) {
      if (rows->others == 0) continue;
      long first = rows->starts[unit], count = rows->starts[unit + 1] - first;
      const double *values = column + first;
      const double *weights = rows->weights ? rows->weights + first : NULL;
      double mean = sum_of(values, weights, count) * rows->reciprocals[unit];
      add_to_levels(
        rows->levels + first * rows->others, rows->others, weights, values, mean, count, sums);
    }
    const double *weights = rows->weights ? rows->weights + start : NULL;
    squares += squares_of(column + start, weights, rows->starts[unit] - start);
  }
  return squares;
}

KERNEL double minhbach_within_subtract(
  const minhbach_unit_rows *rows, const double *column, const double *effects, double *result,
  double *means, double *sums) {
  double squares = 0;
  for (long unit = 0; unit < rows->units;) {
    long start = rows->starts[unit];
    for (long end = batch_end(rows, unit); unit < end; unit++) {
      long first = rows->starts[unit], count = rows->starts[unit + 1] - first;
      const double *weights = rows->weights ? rows->weights + first : NULL;
      const int32_t *levels = rows->levels + first * rows->others;
      const double *values = column + first;
      double reciprocal = rows->reciprocals[unit], mean;
      if (rows->others == 1 && is_run(levels, count)) {
        const double *source = effects + levels[0];
        double *target = sums + levels[0];
        mean = weights
          ? subtract_run(source, weights, reciprocal, values, count, result + first, target)
          : subtract_run(source, NULL, reciprocal, values, count, result + first, target);
      } else {
        mean = subtract_levels(
          levels, rows->others, effects, weights, reciprocal, values, count, result + first, sums);
      }
      if (means) means[unit] = mean;
    }
    const double *weights = rows->weights ? rows->weights + start : NULL;
    squares += squares_of(result + start, weights, rows->starts[unit] - start);
  }
  return squares;
}

/// The effects of all levels of a row, of eight columns; a vector is not returned, since how that is
/// done depends on the processor.
INLINE void add_effects(
  lanes *sum, const minhbach_unit_rows *rows, const double *effects, long row) {
  const int32_t *levels = rows->levels + row * rows->others;
  for (long k = 0; k < rows->others; k++) {
    *sum += *(const lanes *)(effects + 8 * (size_t)levels[k]);
  }
}

KERNEL void minhbach_within_apply(
  const minhbach_unit_rows *rows, const double *effects, double *sums) {
  const double *weights = rows->weights;
  for (long unit = 0; unit < rows->units; unit++) {
    long first = rows->starts[unit], last = rows->starts[unit + 1];
    lanes total = {0};
    for (long i = first; i < last; i++) {
      lanes value = {0};
      add_effects(&value, rows, effects, i);
      total += weights ? weights[i] * value : value;
    }
    lanes mean = total * rows->reciprocals[unit];
    for (long i = first; i < last; i++) {
      lanes rest = -mean;
      add_effects(&rest, rows, effects, i);
      if (weights) rest *= weights[i];
      for (long k = 0; k < rows->others; k++) {
        *(lanes *)(sums + 8 * (size_t)rows->levels[i * rows->others + k]) += rest;
      }
    }
  }
}

KERNEL void minhbach_within_equations(
  const minhbach_unit_rows *rows, long count, double *matrix, double *cells, int32_t *touched) {
  for (long unit = 0; unit < rows->units; unit++) {
    long found = 0;
    for (long i = rows->starts[unit]; i < rows->starts[unit + 1]; i++) {
      double weight = rows->weights ? rows->weights[i] : 1;
      const int32_t *levels = rows->levels + i * rows->others;
      for (long k = 0; k < rows->others; k++) {
        if (cells[levels[k]] == 0) touched[found++] = levels[k];
        cells[levels[k]] += weight;
        // The groupings follow one another, so that a later one's levels have higher numbers.
        for (long l = 0; l <= k; l++) matrix[(size_t)levels[k] * count + levels[l]] += weight;
      }
    }
    for (long a = 0; a < found; a++) {
      double share = cells[touched[a]] * rows->reciprocals[unit];
      double *line = matrix + (size_t)touched[a] * count;
      for (long b = 0; b < found; b++) {
        if (touched[b] <= touched[a]) line[touched[b]] -= share * cells[touched[b]];
      }
    }
    for (long a = 0; a < found; a++) cells[touched[a]] = 0;
  }
}
