#pragma once

/// Adds up, over points of a variable, the probabilities of how many of some independent normal variables lie
/// above it.
///
/// Eight points are worked on side by side: those of a sum stay eight numbers, to be added up at the end.
///
/// @param points how many points: a multiple of eight.
/// @param at the points.
/// @param weights the weight of each; zero for one that is there to fill up.
/// @param others how many variables there are.
/// @param distances the mean of each.
/// @param reciprocals one over the standard deviation of each; infinity for one that is certain.
/// @param known the normal distribution function and its density, side by side, from −8.5 to 8.5 in steps of
///   1/64; the ends 0 and 1, with a density of zero.
/// @param room for 8 (others + 1) numbers.
/// @param sums 8 (others + 1) numbers: for none, one, two … above; added to.
void minhbach_count_above(
  long points, const double *at, const double *weights, long others, const double *distances,
  const double *reciprocals, const double *known, double *room, double *sums);
