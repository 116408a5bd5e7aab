#include "boost_math.h"

#include <boost/math/distributions/normal.hpp>

namespace {
namespace policies = boost::math::policies;
// Faults become special values: an exception that crossed into Swift would end the process.
using Policy = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::evaluation_error<policies::ignore_error>,
    policies::rounding_error<policies::ignore_error>, policies::promote_double<false>>;
}  // namespace

double minhbach_normal_upper(double x) {
  try {
    boost::math::normal_distribution<double, Policy> normal;
    return boost::math::cdf(boost::math::complement(normal, x));
  } catch (...) {
    return __builtin_nan("");
  }
}
