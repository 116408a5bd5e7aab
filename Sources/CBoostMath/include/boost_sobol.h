#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Dimensions of which there are direction numbers, the first included.
size_t minhbach_sobol_dimensions(void);

/// The primitive polynomial of a dimension, its coefficients as bits, the leading one first.
///
/// @param dimension from 1 to one less than there are; dimension 0 needs none.
uint32_t minhbach_sobol_polynomial(size_t dimension);

/// The initial odd number m at a place.
///
/// @param dimension as above.
/// @param place from 0 to one less than the degree of the polynomial.
uint32_t minhbach_sobol_initial(size_t dimension, size_t place);

#ifdef __cplusplus
}
#endif
