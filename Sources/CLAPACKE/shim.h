#pragma once
// C's own complex numbers do not import into Swift: two plain fields do.
typedef struct { float real, imaginary; } lapack_single_complex;
typedef struct { double real, imaginary; } lapack_double_complex;
#define LAPACK_COMPLEX_CUSTOM
#define lapack_complex_float lapack_single_complex
#define lapack_complex_double lapack_double_complex
#include <lapacke.h>
