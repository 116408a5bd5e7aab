#include "boost_math.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

namespace {
namespace policies = boost::math::policies;
// Faults become special values: an exception that crossed into Swift would end the process. Work is done
// in the 64 bits of long double, which gives a digit or two more and quantiles of the farthest tails.
using Policy = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>, policies::evaluation_error<policies::ignore_error>,
    policies::rounding_error<policies::ignore_error>, policies::promote_double<true>>;

using Normal = boost::math::normal_distribution<double, Policy>;
using StudentT = boost::math::students_t_distribution<double, Policy>;
using ChiSquared = boost::math::chi_squared_distribution<double, Policy>;
using FisherF = boost::math::fisher_f_distribution<double, Policy>;

template <typename Work>
double guarded(Work work) noexcept {
  try {
    return work();
  } catch (...) {
    return __builtin_nan("");
  }
}
}  // namespace

#define PARAMETERS(...) __VA_ARGS__
// The five functions of a distribution: its name here, its type, its parameters as declared and as passed.
#define DISTRIBUTION(name, Type, declared, passed)                                                    \
  double minhbach_##name##_cumulative(declared double x) {                                            \
    return guarded([&] { return boost::math::cdf(Type(passed), x); });                                \
  }                                                                                                   \
  double minhbach_##name##_upper(declared double x) {                                                 \
    return guarded([&] { return boost::math::cdf(boost::math::complement(Type(passed), x)); });       \
  }                                                                                                   \
  double minhbach_##name##_density(declared double x) {                                               \
    return guarded([&] { return boost::math::pdf(Type(passed), x); });                                \
  }                                                                                                   \
  double minhbach_##name##_quantile(declared double p) {                                              \
    return guarded([&] { return boost::math::quantile(Type(passed), p); });                           \
  }                                                                                                   \
  double minhbach_##name##_upper_quantile(declared double p) {                                        \
    return guarded([&] { return boost::math::quantile(boost::math::complement(Type(passed), p)); });  \
  }

DISTRIBUTION(normal, Normal, , )
DISTRIBUTION(student_t, StudentT, PARAMETERS(double df, ), df)
DISTRIBUTION(chi_squared, ChiSquared, PARAMETERS(double df, ), df)
DISTRIBUTION(
    fisher_f, FisherF, PARAMETERS(double numerator_df, double denominator_df, ),
    PARAMETERS(numerator_df, denominator_df))
