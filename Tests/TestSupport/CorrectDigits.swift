import Glibc

/// Returns how many leading decimal digits of a result are correct.
///
/// −log₁₀ |result − certified| / |certified|, with the absolute error where zero is certified; 16
/// where they are equal. NIST calls it the log relative error.
public func correctDigits(of result: Double, certified: Double) -> Double {
  if result == certified { return 16 }
  let error = abs(result - certified) / (certified == 0 ? 1 : abs(certified))
  return -log10(error)
}
