#pragma once
#include <stdint.h>

/// Rows in the order of the groups of one grouping, the units, with their levels in further groupings.
///
/// The levels of all further groupings are numbered together, so that a row has `others` of them.
typedef struct {
  /// The number of units.
  long units;
  /// The first row of each unit, and the number of rows: units + 1 numbers.
  const int32_t *starts;
  /// The number of further groupings.
  long others;
  /// The levels of each row: rows × others, row by row.
  const int32_t *levels;
  /// The weight of each row, or null where all weigh one.
  const double *weights;
  /// One over the weight of each unit.
  const double *reciprocals;
} minhbach_unit_rows;

/// Adds to each level the weighted sum of a column less the means of the units.
///
/// @param rows the rows.
/// @param column a number for each row.
/// @param sums a number for each level; added to.
/// @return the weighted sum of squares of the column.
double minhbach_within_collect(
  const minhbach_unit_rows *rows, const double *column, double *sums);

/// Takes the effects of levels and then the means of the units from a column.
///
/// @param rows the rows.
/// @param column a number for each row.
/// @param effects a number for each level.
/// @param result a number for each row; may be the column itself.
/// @param means a number for each unit, the mean that was taken away; or null.
/// @param sums as of `minhbach_within_collect`, of the result.
/// @return the weighted sum of squares of the result.
double minhbach_within_subtract(
  const minhbach_unit_rows *rows, const double *column, const double *effects, double *result,
  double *means, double *sums);

/// Applies the normal equations of the levels, the units being taken out, to eight columns at once.
///
/// @param rows the rows.
/// @param effects eight numbers for each level.
/// @param sums eight numbers for each level, added to: the weighted sums of what is left of the
///   rows' effects when the means of the units are taken away.
void minhbach_within_apply(const minhbach_unit_rows *rows, const double *effects, double *sums);

/// Builds the normal equations of the levels, the units being taken out.
///
/// @param rows the rows.
/// @param count the number of levels.
/// @param matrix count × count numbers, row by row; the lower triangle is added to.
/// @param cells room for `count` numbers, zero.
/// @param touched room for `count` numbers.
void minhbach_within_equations(
  const minhbach_unit_rows *rows, long count, double *matrix, double *cells, int32_t *touched);
