#include "rank_paths.h"

#include "kernels.h"
#include "normals.h"
#include "philox.h"
#include "ranked_lanes.h"

/// What numbers of the generator are for; normal ones are of stream 0.
enum { SHOCK_ROWS = 1, COMMON_ROWS = 2 };

/// Draws a row for each of eight replicates, several at once: number n of a stream, n from `start` on.
INLINE void draw_rows(
  uint64_t seed, uint64_t replicate, uint64_t stream, uint64_t start, long rows, words *drawn) {
  words ids = {0, 1, 2, 3, 4, 5, 6, 7};
  ids += replicate;
  words c[BLOCKS][4];
  for (int b = 0; b < BLOCKS; b++) {
    c[b][0] = (words){0} + (start + b);
    c[b][1] = (words){0} + stream;
    c[b][2] = ids;
    c[b][3] = ids >> 32;
  }
  philox(c, seed);
  // The upper half of 32 bits times the number of rows: uniform to one in 2³².
  for (int b = 0; b < BLOCKS; b++) drawn[b] = ((c[b][0] & LOW) * (uint64_t)rows) >> 32;
}

/// The shocks of all units in one year: indicator, unit.
INLINE void draw_shocks(
  const minhbach_ranked *r, const minhbach_paths *p, uint64_t replicate, long year, lanes *normals,
  lanes *shocks) {
  long units = r->units, indicators = p->indicators;
  if (p->shocks) {
    for (long u = 0; u < units; u += BLOCKS) {
      words rows[BLOCKS];
      draw_rows(
        r->seed, replicate, SHOCK_ROWS, (uint64_t)(year * (units + units % BLOCKS) + u),
        p->shock_count, rows);
      for (long b = 0; b < BLOCKS && u + b < units; b++) {
        for (long j = 0; j < indicators; j++) {
          for (int l = 0; l < LANES; l++) {
            shocks[j * units + u + b][l] = p->shocks[(long)rows[b][l] * indicators + j];
          }
        }
      }
    }
    return;
  }
  long size = units * indicators;
  minhbach_normals(
    r->seed, replicate, (uint64_t)(year * (size + size % 2)), size, (double *)normals);
  for (long u = 0; u < units; u++) {
    const lanes *own = normals + u * indicators;
    for (long j = 0; j < indicators; j++) {
      const double *row = p->correlation + j * indicators;
      lanes even = {0}, odd = {0};
      long m = 0;
      for (; m + 1 <= j; m += 2) {
        even += row[m] * own[m];
        odd += row[m + 1] * own[m + 1];
      }
      if (m <= j) even += row[m] * own[m];
      shocks[j * units + u] = even + odd;
    }
  }
}

/// Adds to the sums of shared changes those of a row drawn for the year.
INLINE void add_commons(
  const minhbach_ranked *r, const minhbach_paths *p, uint64_t replicate, long year, lanes *commons) {
  if (!p->commons) return;
  words rows[BLOCKS];
  draw_rows(
    r->seed, replicate, COMMON_ROWS, (uint64_t)(year * BLOCKS), p->common_count, rows);
  for (long j = 0; j < p->indicators; j++) {
    for (int l = 0; l < LANES; l++) {
      commons[j][l] += p->commons[(long)rows[0][l] * p->indicators + j];
    }
  }
}

/// In each lane the first where a comparison holds, else the second.
#define WHERE(holds, a, b) \
  (lanes)(((words)(a) & (words)(holds)) | ((words)(b) & ~(words)(holds)))

/// Adds the score of an indicator in one year, with the range that its figures widen.
INLINE void add_figures(
  const minhbach_ranked *r, const minhbach_paths *p, long year, long j, const lanes *shocks,
  const lanes *common, lanes *low, lanes *high, lanes *x, lanes *scores) {
  long units = r->units, size = units * p->indicators, row = (year * p->indicators + j) * units;
  const double *mean = p->means + row, *share = p->shares + row;
  lanes floor = (lanes){0} + p->lowest[j], ceiling = (lanes){0} + p->highest[j];
  lanes least = *low, most = *high;
  for (long u = 0; u < units; u++) {
    lanes value = *common * share[u] + mean[u];
    const double *factor = p->factors + year * (year + 1) / 2 * size + j * units + u;
    const lanes *shock = shocks + j * units + u;
    for (long l = 0; l <= year; l++) value += factor[l * size] * shock[l * size];
    if (p->floors && p->floors[row + u] == p->floors[row + u]) {
      lanes reached = p->floor_errors[row + u] * shock[year * size] + p->floors[row + u];
      words is_better = p->spans[j] > 0 ? (words)(reached > value) : (words)(reached < value);
      value = WHERE(is_better, reached, value);
    }
    value = WHERE(value > floor, value, floor);
    value = WHERE(value < ceiling, value, ceiling);
    least = WHERE(value < least, value, least);
    most = WHERE(value > most, value, most);
    x[u] = value;
  }
  if (p->is_widened[j]) {
    *low = least;
    *high = most;
  }
  lanes slope = p->spans[j] / (*high - *low), start = (lanes){0} + p->starts[j];
  for (long u = 0; u < units; u++) scores[u] += slope * (x[u] - *low) + start;
}

/// The score at a place among all units but one.
static __attribute__((noinline)) double level_among_others(
  const lanes *scores, long units, long lane, long unit, long place, double *ordered) {
  long count = 0;
  for (long u = 0; u < units; u++) {
    if (u == unit) continue;
    double score = scores[u][lane];
    // Only the best are kept, in order.
    if (count == place && score <= ordered[place - 1]) continue;
    long gap = count < place ? count++ : place - 1;
    for (; gap > 0 && ordered[gap - 1] < score; gap--) ordered[gap] = ordered[gap - 1];
    ordered[gap] = score;
  }
  return ordered[place - 1];
}

/// Writes down what is asked for of eight replicates, of which `used` are wanted.
INLINE void record(
  const minhbach_ranked *r, const lanes *scores, long year, long years, long replicate, long used,
  const minhbach_path_records *records, double *room) {
  for (long w = 0; w < records->unit_count; w++) {
    double *into = records->scores + (w * years + year) * records->stride + replicate;
    for (long l = 0; l < used; l++) into[l] = scores[records->units[w]][l];
  }
  for (long w = 0; w < records->place_count; w++) {
    double *into = records->levels + (w * years + year) * records->stride + replicate;
    for (long l = 0; l < used; l++) {
      into[l] = level_among_others(
        scores, r->units, l, records->places[2 * w], records->places[2 * w + 1], room);
    }
  }
}

KERNEL void minhbach_rank_paths(
  const minhbach_ranked *ranked, const minhbach_paths *p, uint64_t first, long count,
  const minhbach_rank_sums *sums, const minhbach_path_records *records, double *room) {
  long units = ranked->units, indicators = p->indicators, size = units * indicators;
  lanes *scores = (lanes *)room, *x = scores + units, *keys = x + units;
  lanes *low = keys + 2 * units + 8, *high = low + indicators, *commons = high + indicators;
  lanes *normals = commons + indicators, *shocks = normals + size;
  for (long g = 0; g < count; g += LANES) {
    long used = count - g < LANES ? count - g : LANES;
    for (long j = 0; j < indicators; j++) {
      low[j] = (lanes){0} + p->minima[j];
      high[j] = (lanes){0} + p->maxima[j];
      commons[j] = (lanes){0};
    }
    for (long year = 0; year < p->years; year++) {
      minhbach_ranked r = *ranked;
      r.centres += year * units;
      minhbach_rank_sums added = {
        sums->counts + year * units * units, sums->sums + year * units * LANES,
        sums->squares + year * units * LANES};
      draw_shocks(&r, p, first + g, year, normals, shocks + year * size);
      add_commons(&r, p, first + g, year, commons);
      for (long u = 0; u < units; u++) scores[u] = (lanes){0};
      for (long j = 0; j < indicators; j++) {
        add_figures(&r, p, year, j, shocks, &commons[j], &low[j], &high[j], x, scores);
      }
      add_scores(&r, scores, used, &added);
      count_ranks(&r, scores, used, added.counts, (double *)keys);
      record(&r, scores, year, p->years, g, used, records, (double *)keys);
    }
  }
}
