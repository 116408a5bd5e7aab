import CLAPACKE
import COpenBLAS

/// The one door to OpenBLAS and LAPACKE.
///
/// BLAS only prints a complaint about a wrong shape, and LAPACK returns success on infinity: callers
/// check both before they come here.
internal enum Backend {
  /// One thread per call: two change the last digits, and are slower at the sizes of a panel.
  private static let isReady: Void = openblas_set_num_threads(1)

  /// Runs a LAPACK routine and returns zero, or its own positive number for a failure.
  internal static func lapack(_ routine: StaticString, _ call: () -> Int32) -> Int {
    isReady
    let code = call()
    precondition(code >= 0, "\(routine) refused its argument \(-code)")
    return Int(code)
  }

  /// Runs a BLAS routine.
  internal static func blas<Result>(_ call: () -> Result) -> Result {
    isReady
    return call()
  }
}

extension Int {
  /// The same number as LAPACK's integer.
  internal var lapack: Int32 { Int32(self) }

  /// The number of rows as a leading dimension, which LAPACK wants to be one at least.
  internal var leadingDimension: Int32 { Swift.max(self, 1).lapack }
}
