#pragma once

#include <stddef.h>

/// The rows whose margins change sign on the way along a direction.
///
/// The margin of row i is margins[i] at first and margins[i] + time × rate after, with
///
///     rate = sum over c of columns[c][i] * direction[c],  c ascending
///
/// A row counts where exactly one of the two is `low` or more.
///
/// @param columns how many columns.
/// @param width how many rows: a multiple of eight.
/// @param values columns × width numbers, column by column.
/// @param direction one number per column.
/// @param margins one number per row.
/// @param low what a margin must be to count as not negative; zero less the rounding.
/// @param time how far is gone.
/// @param times room for `width` numbers and one: when the margins of the rows found are zero.
/// @param rows room for `width` numbers of rows and one, ascending.
/// @return how many rows are found.
size_t minhbach_crossings(size_t columns, size_t width, const double *values,
                          const double *direction, const double *margins, double low, double time,
                          double *times, long *rows);
