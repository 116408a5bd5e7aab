#pragma once

#include <stdint.h>

/// The number of columns that lie side by side in one panel of a packed block.
#define MINHBACH_PANEL 8

/// Copies some rows of a column into its place in a packed panel: out[8 r] = (column[rows[r]] - shift) * scale[r].
///
/// `scales` may be NULL for ones.
void minhbach_gram_pack(
    const double *column, const int32_t *rows, const double *scales, long count, double shift, double *out);

/// Adds the products of the columns of a packed block to a square matrix: G += Z'Z, its upper panels only.
///
/// Panel i starts at panels + i * panel_stride and holds its `rows` rows of eight numbers each; the number
/// of panels is even. G has 8 * panel_count rows and columns.
void minhbach_gram_add(const double *panels, long panel_stride, long panel_count, long rows, double *gram);
