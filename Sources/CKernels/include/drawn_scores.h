#pragma once

#include <stddef.h>

/// Scores at some places of each of many draws, the highest score at place 0.
///
/// Eight draws are sorted side by side by a network of exchanges (Batcher's merge exchange), which takes the same
/// steps whatever the scores.
///
/// @param units how many scores a draw has.
/// @param width how many draws: a multiple of eight.
/// @param drawn units × width scores, unit by unit.
/// @param count how many places are asked for.
/// @param places the places, each below `units`.
/// @param room for 8 × units numbers.
/// @param found count × width scores, place by place.
void minhbach_scores_at_places(size_t units, size_t width, const double *drawn, size_t count,
                               const long *places, double *room, double *found);

/// What a unit lacks in those draws in which it lacks no less than `low` and no more than `high`.
///
/// It lacks the bar less its own score, where the bar is the rival's at the place wanted: that of all at the place, or
/// at the next one where the unit itself stands at the place or above.
///
/// @param count how many draws.
/// @param own the unit's scores.
/// @param bars the scores of all at the place.
/// @param next_bars those at the next one.
/// @param low the lower end.
/// @param high the upper end.
/// @param found room for `count` numbers and one: what it lacks, in the order of the draws.
/// @param below added to: in how many draws it lacks less than `low`.
/// @return how many are found.
size_t minhbach_needs_between(size_t count, const double *own, const double *bars,
                              const double *next_bars, double low, double high, double *found,
                              long *below);
