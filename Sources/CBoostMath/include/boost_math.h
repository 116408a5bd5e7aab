#pragma once

#ifdef __cplusplus
extern "C" {
#endif

// Each distribution gives five numbers: the probability at or below x, that above x (taken from its
// own tail, so that it keeps its digits where it is tiny), the density, and the inverses of the first
// two. What has no answer is not a number; nothing is thrown.

/// The probability that a standard normal variable is x at most.
double minhbach_normal_cumulative(double x);
/// The probability that a standard normal variable is above x.
double minhbach_normal_upper(double x);
/// The density of a standard normal variable.
double minhbach_normal_density(double x);
/// The x that a standard normal variable is below with probability p.
double minhbach_normal_quantile(double p);
/// The x that a standard normal variable is above with probability p.
double minhbach_normal_upper_quantile(double p);

/// The probability that a variable of Student's t is x at most; df may be infinite.
double minhbach_student_t_cumulative(double df, double x);
/// The probability that a variable of Student's t is above x.
double minhbach_student_t_upper(double df, double x);
/// The density of Student's t.
double minhbach_student_t_density(double df, double x);
/// The x that a variable of Student's t is below with probability p.
double minhbach_student_t_quantile(double df, double p);
/// The x that a variable of Student's t is above with probability p.
double minhbach_student_t_upper_quantile(double df, double p);

/// The probability that a chi-squared variable is x at most.
double minhbach_chi_squared_cumulative(double df, double x);
/// The probability that a chi-squared variable is above x.
double minhbach_chi_squared_upper(double df, double x);
/// The density of a chi-squared variable.
double minhbach_chi_squared_density(double df, double x);
/// The x that a chi-squared variable is below with probability p.
double minhbach_chi_squared_quantile(double df, double p);
/// The x that a chi-squared variable is above with probability p.
double minhbach_chi_squared_upper_quantile(double df, double p);

/// The probability that a variable of Fisher's F is x at most.
double minhbach_fisher_f_cumulative(double numerator_df, double denominator_df, double x);
/// The probability that a variable of Fisher's F is above x.
double minhbach_fisher_f_upper(double numerator_df, double denominator_df, double x);
/// The density of Fisher's F.
double minhbach_fisher_f_density(double numerator_df, double denominator_df, double x);
/// The x that a variable of Fisher's F is below with probability p.
double minhbach_fisher_f_quantile(double numerator_df, double denominator_df, double p);
/// The x that a variable of Fisher's F is above with probability p.
double minhbach_fisher_f_upper_quantile(double numerator_df, double denominator_df, double p);

#ifdef __cplusplus
}
#endif
