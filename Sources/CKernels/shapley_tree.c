#include "shapley_tree.h"

#include <stdint.h>

#include "kernels.h"

typedef double lanes __attribute__((vector_size(64)));
typedef int64_t mask __attribute__((vector_size(64)));

enum { most_levels = 32 };

static size_t triangle(size_t order) { return order * (order + 1) / 2; }

size_t minhbach_shapley_room(size_t order, const int *sizes, int players) {
  // The matrix, one more for each player, and what aligning loses.
  size_t room = triangle(order) + 1;
  for (int player = 0; player < players; ++player) {
    room += triangle(order);
    order -= (size_t)sizes[player];
  }
  return room * minhbach_shapley_lanes;
}

// Vectors are passed by their places: by value, how they pass would depend on the processor.

/// One over the pivot, and zero where it is no more than rounding or the lane is not chosen.
static inline __attribute__((always_inline)) void invert(const lanes *pivot, double tolerance,
                                                         const mask *chosen, lanes *inverse) {
  const mask usable = (mask)(*pivot > tolerance) & *chosen;
  // A pivot of one where it is not usable, so that nothing is divided by zero.
  const lanes one = {1, 1, 1, 1, 1, 1, 1, 1};
  const lanes safe = (lanes)(((mask)*pivot & usable) | ((mask)one & ~usable));
  *inverse = (lanes)((mask)(1.0 / safe) & usable);
}

/// Sweeps the first column out of a packed matrix; what is left, one order smaller, goes to `into`.
///
/// It may go to where it comes from, the second row of the matrix.
static inline __attribute__((always_inline)) void sweep(const lanes *from, size_t order,
                                                        double tolerance, const mask *chosen,
                                                        lanes *into) {
  lanes scale;
  invert(from, tolerance, chosen, &scale);
  const lanes *rest = from + order;
  for (size_t i = 1; i < order; ++i) {
    const lanes factor = from[i] * scale;
    for (size_t k = i; k < order; ++k) *into++ = *rest++ - factor * from[k];
  }
}

/// Sweeps all columns of a player out of a matrix; where there are none, the matrix is the answer.
static inline __attribute__((always_inline)) const lanes *
sweep_player(const lanes *from, size_t order, int columns, double tolerance, const mask *chosen,
             lanes *into) {
  if (columns == 0) return from;
  switch (order) {
  // Most nodes of the tree are near its leaves: there the loops are of known length.
  case 2: sweep(from, 2, tolerance, chosen, into); break;
  case 3: sweep(from, 3, tolerance, chosen, into); break;
  case 4: sweep(from, 4, tolerance, chosen, into); break;
  default: sweep(from, order, tolerance, chosen, into);
  }
  for (int column = 1; column < columns; ++column) {
    lanes *matrix = into;
    into += --order;
    sweep(matrix, order, tolerance, chosen, into);
  }
  return into;
}

/// The leaves below the last two players, of one column each, without loops: their inverses do not wait
/// for one another.
///
/// - matrix: two columns and the response.
/// - weight: the weights of a coalition without these two, with one, and with both.
/// - sums: the weighted sums over the leaves that hold the first player, the second, and over all.
static inline __attribute__((always_inline)) void
finish(const lanes *matrix, const lanes *weight, double tolerance, const mask *chosen,
       lanes *first_sum, lanes *second_sum, lanes *sum) {
  const lanes cross = matrix[1], first = matrix[2], second = matrix[4], response = matrix[5];
  lanes first_inverse, second_inverse, last_inverse;
  invert(&matrix[0], tolerance, chosen, &first_inverse);
  invert(&matrix[3], tolerance, chosen, &second_inverse);
  const lanes factor = cross * first_inverse;
  const lanes rest = matrix[3] - factor * cross;
  invert(&rest, tolerance, chosen, &last_inverse);
  const lanes slope = second - factor * first;
  const lanes with_first = response - first * first_inverse * first;
  const lanes with_second = (response - second * second_inverse * second) * weight[1];
  const lanes with_both = (with_first - slope * last_inverse * slope) * weight[2];
  const lanes with_first_alone = with_first * weight[1];
  *first_sum += with_first_alone + with_both;
  *second_sum += with_second + with_both;
  *sum = (response * weight[0] + with_second) + (with_first_alone + with_both);
}

/// The levels below the players of the lanes, from the root to the leaves.
struct levels {
  int count;
  // The matrix at each level, what a level's swept matrix is written to, its order, and the length
  // of the rows that are skipped where its player is left out.
  const lanes *matrices[most_levels + 1];
  lanes *rooms[most_levels];
  size_t orders[most_levels], skips[most_levels];
  // The weights of coalitions by the number of players below the lanes.
  lanes weights[most_levels + 1];
  // The sums over the coalitions each level's player is in, and those of branches done.
  lanes sums[most_levels], partial[most_levels + 1];
};

/// Sweeps the players of the lanes out of the lanes they are in; the others lose them unswept.
///
/// Returns the matrix that is left, and in `order` its order.
static inline __attribute__((always_inline)) const lanes *
fill_lanes(const double *packed, size_t *order, const int *sizes, double tolerance, lanes **room) {
  const mask in_lane[minhbach_shapley_lane_players] = {{0, -1, 0, -1, 0, -1, 0, -1},
                                                       {0, 0, -1, -1, 0, 0, -1, -1},
                                                       {0, 0, 0, 0, -1, -1, -1, -1}};
  lanes *start = *room;
  for (size_t i = 0; i < triangle(*order); ++i) start[i] = packed[i] - (lanes){0};
  const lanes *matrix = start;
  *room += triangle(*order);
  for (int player = 0; player < minhbach_shapley_lane_players; ++player) {
    matrix = sweep_player(matrix, *order, sizes[player], tolerance, &in_lane[player], *room);
    *room += triangle(*order);
    *order -= (size_t)sizes[player];
  }
  return matrix;
}

/// Lays out the levels, with nobody swept out of any.
static inline __attribute__((always_inline)) void
lay_out(struct levels *levels, const lanes *matrix, size_t order, const int *sizes,
        const double *weights, lanes *room) {
  levels->matrices[0] = matrix;
  for (int level = 0; level < levels->count; ++level) {
    const size_t smaller = order - (size_t)sizes[level];
    levels->rooms[level] = room;
    room += triangle(order);
    levels->orders[level] = order;
    levels->skips[level] = triangle(order) - triangle(smaller);
    levels->matrices[level + 1] = levels->matrices[level] + levels->skips[level];
    levels->sums[level] = (lanes){0};
    order = smaller;
  }
  for (int size = 0; size <= levels->count; ++size)
    for (int lane = 0; lane < minhbach_shapley_lanes; ++lane)
      levels->weights[size][lane] = weights[size + __builtin_popcount((unsigned)lane)];
}

/// Visits every coalition in the order of their binary numbers; returns the depth of the last bit.
///
/// The player of the lowest level changes most often, where matrices are smallest.
static inline __attribute__((always_inline)) int
visit(struct levels *levels, const int *sizes, double tolerance) {
  const mask all = {-1, -1, -1, -1, -1, -1, -1, -1};
  const int count = levels->count;
  // Where the last two have one column each, their leaves are taken four at a time.
  const int tail = count >= 2 && sizes[count - 1] == 1 && sizes[count - 2] == 1 ? 2 : 0;
  const int depth = count - tail;
  const uint64_t coalitions = (uint64_t)1 << depth;
  for (uint64_t coalition = 0; coalition < coalitions; ++coalition) {
    if (coalition > 0) {
      int level = depth - 1 - __builtin_ctzll(coalition);
      levels->matrices[level + 1] =
          sweep_player(levels->matrices[level], levels->orders[level], sizes[level], tolerance,
                       &all, levels->rooms[level]);
      for (++level; level < depth; ++level)
        levels->matrices[level + 1] = levels->matrices[level] + levels->skips[level];
    }
    const lanes *weights = levels->weights + __builtin_popcountll(coalition);
    lanes sum;
    if (tail)
      finish(levels->matrices[depth], weights, tolerance, &all, &levels->sums[depth],
             &levels->sums[depth + 1], &sum);
    else
      sum = levels->matrices[depth][0] * weights[0];
    // Branches are summed in pairs, from the leaves up: sums of a million keep their digits.
    int bit = 0;
    for (; coalition >> bit & 1; ++bit) {
      levels->sums[depth - 1 - bit] += sum;
      sum += levels->partial[bit];
    }
    levels->partial[bit] = sum;
  }
  return depth;
}

KERNEL void minhbach_shapley_tree(const double *packed, size_t order, const int *sizes, int players,
                                  const double *weights, double tolerance, double *room,
                                  double *sums) {
  lanes *next = (lanes *)(((uintptr_t)room + 63) & ~(uintptr_t)63);
  const lanes *matrix = fill_lanes(packed, &order, sizes, tolerance, &next);
  struct levels levels;
  levels.count = players - minhbach_shapley_lane_players;
  const int *below = sizes + minhbach_shapley_lane_players;
  lay_out(&levels, matrix, order, below, weights, next);
  const int depth = visit(&levels, below, tolerance);
  for (int player = 0; player < players; ++player) {
    const int level = player - minhbach_shapley_lane_players;
    double sum = 0;
    for (int lane = 0; lane < minhbach_shapley_lanes; ++lane)
      if (level >= 0) sum += levels.sums[level][lane];
      else if (lane >> player & 1) sum += levels.partial[depth][lane];
    sums[player] = sum;
  }
}
