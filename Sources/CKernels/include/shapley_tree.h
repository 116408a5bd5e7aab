#pragma once

#include <stddef.h>

/// How many coalitions are worked on at once, and how many players tell them apart.
enum { minhbach_shapley_lanes = 8, minhbach_shapley_lane_players = 3 };

/// The numbers of room that `minhbach_shapley_tree` needs.
///
/// - order: the order of the matrix.
/// - sizes: the number of columns of each player.
/// - players: how many there are.
size_t minhbach_shapley_room(size_t order, const int *sizes, int players);

/// Weighted sums, over the coalitions each player is in, of the residual variance that is left.
///
/// Coalitions are the leaves of a binary tree: at each level one player's columns are swept out of the
/// matrix or dropped from it, and it is smaller by them; only the residual variance of the response
/// arrives at a leaf. Eight lanes work on the eight coalitions of the first three players.
///
/// - packed: the upper triangle, row by row, of the symmetric matrix of sums of products: the
///   columns of the players in their order, the response last. Its diagonal is one.
/// - order: the order of the matrix: all columns of the players, and one.
/// - sizes: the number of columns of each player.
/// - players: how many there are, 3 to 32; one that only fills a place has no column.
/// - weights: the weight of a coalition by its number of players, from none to all of them.
/// - tolerance: a column of which no more than this is left is a combination of those swept out; it
///   adds nothing.
/// - room: as many numbers as `minhbach_shapley_room` says.
/// - sums: a number per player.
void minhbach_shapley_tree(const double *packed, size_t order, const int *sizes, int players,
                           const double *weights, double tolerance, double *room, double *sums);
