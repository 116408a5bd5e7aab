#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// The probability that a standard normal variable is above x.
double minhbach_normal_upper(double x);

#ifdef __cplusplus
}
#endif
