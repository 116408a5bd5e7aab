import CKernels

extension RankPaths {
  /// Lends how scores are ranked.
  func withRanked(seed: UInt64, _ body: (UnsafePointer<minhbach_ranked>) -> Void) {
    unsafe network.comparators.withUnsafeBufferPointer { comparators in
      unsafe numbers.centres.withUnsafeBufferPointer { centres in
        var ranked = unsafe minhbach_ranked(
          seed: seed, units: law.units, tolerance: tolerance, comparators: comparators.baseAddress,
          comparator_count: comparators.count / 2, centres: centres.baseAddress,
          lowest: numbers.least, highest: numbers.most)
        unsafe body(&ranked)
      }
    }
  }

  /// Lends the law.
  func withPaths(_ body: (UnsafePointer<minhbach_paths>) -> Void) {
    unsafe law.means.withUnsafeBufferPointer { means in
      unsafe law.factors.withUnsafeBufferPointer { factors in
        unsafe law.shares.withUnsafeBufferPointer { shares in
          unsafe withFloors { floors in
            var paths = unsafe floors.pointee
            unsafe paths.indicators = law.indicators
            unsafe paths.years = law.years
            unsafe paths.means = means.baseAddress
            unsafe paths.factors = factors.baseAddress
            unsafe paths.shares = shares.baseAddress
            unsafe body(&paths)
          }
        }
      }
    }
  }
}

extension RankPaths {
  /// Lends floors beside what does not depend on the year.
  private func withFloors(_ body: (UnsafePointer<minhbach_paths>) -> Void) {
    unsafe law.floors.withUnsafeBufferPointer { floors in
      unsafe law.floorErrors.withUnsafeBufferPointer { errors in
        unsafe numbers.withScales { scales in
          var paths = unsafe scales.pointee
          unsafe paths.floors = floors.isEmpty ? nil : floors.baseAddress
          unsafe paths.floor_errors = errors.isEmpty ? nil : errors.baseAddress
          unsafe body(&paths)
        }
      }
    }
  }
}

extension RankPaths.Numbers {
  /// Lends what does not depend on the year.
  fileprivate func withScales(_ body: (UnsafePointer<minhbach_paths>) -> Void) {
    unsafe withShocks { shocks in
      unsafe minima.withUnsafeBufferPointer { minima in
        unsafe maxima.withUnsafeBufferPointer { maxima in
          unsafe lowest.withUnsafeBufferPointer { lowest in
            unsafe highest.withUnsafeBufferPointer { highest in
              unsafe spans.withUnsafeBufferPointer { spans in
                unsafe starts.withUnsafeBufferPointer { starts in
                  unsafe isWidened.withUnsafeBufferPointer { isWidened in
                    var paths = unsafe shocks.pointee
                    unsafe paths.minima = minima.baseAddress
                    unsafe paths.maxima = maxima.baseAddress
                    unsafe paths.lowest = lowest.baseAddress
                    unsafe paths.highest = highest.baseAddress
                    unsafe paths.spans = spans.baseAddress
                    unsafe paths.starts = starts.baseAddress
                    unsafe paths.is_widened = isWidened.baseAddress
                    unsafe body(&paths)
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private func withShocks(_ body: (UnsafePointer<minhbach_paths>) -> Void) {
    unsafe correlation.withUnsafeBufferPointer { correlation in
      unsafe shocks.withUnsafeBufferPointer { shocks in
        unsafe commons.withUnsafeBufferPointer { commons in
          var paths = unsafe minhbach_paths()
          unsafe paths.correlation = correlation.isEmpty ? nil : correlation.baseAddress
          unsafe paths.shocks = shocks.isEmpty ? nil : shocks.baseAddress
          unsafe paths.shock_count = shocks.count / max(1, minima.count)
          unsafe paths.commons = commons.isEmpty ? nil : commons.baseAddress
          unsafe paths.common_count = commons.count / max(1, minima.count)
          unsafe body(&paths)
        }
      }
    }
  }
}
