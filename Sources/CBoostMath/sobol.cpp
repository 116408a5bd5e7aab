#include "boost_sobol.h"

#include <boost/random/detail/sobol_table.hpp>

// Joe and Kuo's table as Boost.Random carries it, under the Boost licence.
using Joe_Kuo = boost::random::detail::qrng_tables::sobol;

size_t minhbach_sobol_dimensions(void) { return Joe_Kuo::max_dimension; }

uint32_t minhbach_sobol_polynomial(size_t dimension) { return Joe_Kuo::polynomial(dimension - 1); }

uint32_t minhbach_sobol_initial(size_t dimension, size_t place) {
  return Joe_Kuo::minit(dimension - 1, place);
}
