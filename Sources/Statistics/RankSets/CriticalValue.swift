/// What the largest of some standardised differences exceeds with a given small probability.
public struct CriticalValue: Sendable, Hashable {
  /// The value.
  public let value: Double
  /// Its Monte Carlo standard error; zero where it is computed without draws.
  public let standardError: Double

  /// A value that is known without draws.
  init(exact value: Double) {
    self.value = value
    standardError = 0
  }

  /// The quantile of drawn maxima, by definition 7 of Hyndman & Fan (1996).
  ///
  /// Its error is half the distance between the quantiles one standard error of the level to
  /// either side. Source: Woodruff (1952), doi:10.1080/01621459.1952.10483443.
  ///
  /// - Parameters:
  ///   - maxima: the drawn maxima, in any order.
  ///   - level: the share of the draws below.
  /// - Precondition: there is a draw.
  init(of maxima: [Double], level: Double) {
    precondition(!maxima.isEmpty, "a quantile needs a draw")
    guard let value = CriticalValue(largest: maxima, of: maxima.count, level: level) else {
      preconditionFailure("all maxima tell every quantile")
    }
    self = value
  }

  /// The same by the largest of the maxima alone; fails where they are too few to tell.
  ///
  /// - Parameters:
  ///   - maxima: the largest of all, in any order.
  ///   - draws: how many there are of all: one at least.
  ///   - level: the share of the draws below.
  init?(largest maxima: [Double], of draws: Int, level: Double) {
    let last = Double(draws - 1)
    let error = (level * (1 - level) / Double(draws)).squareRoot()
    let start = Int(last * max(0, level - error))
    let missing = draws - maxima.count
    guard start >= missing else { return nil }
    let upper = UpperOrder(of: maxima, from: start - missing)
    func quantile(_ share: Double) -> Double {
      let position = last * min(max(share, 0), 1)
      let below = Int(position)
      let number = upper[below - missing]
      guard below + 1 < draws else { return number }
      return number + (position - Double(below)) * (upper[below + 1 - missing] - number)
    }
    value = quantile(level)
    standardError = (quantile(level + error) - quantile(level - error)) / 2
  }

  /// Whether the third significant digit stands: two standard errors are less than half a unit of it.
  public var isSettled: Bool {
    guard standardError > 0, value != 0, value.isFinite else { return true }
    var unit = 0.01
    while abs(value) >= 1000 * unit { unit *= 10 }
    while abs(value) < 100 * unit { unit /= 10 }
    return 2 * standardError < unit / 2
  }
}

/// The numbers from a given place of the ascending order on.
struct UpperOrder {
  private let start: Int
  private let ordered: [Double]

  /// Finds the numbers by partitions (Hoare's "find"), and sorts those alone.
  ///
  /// - Parameters:
  ///   - numbers: numbers in any order, none of them not-a-number.
  ///   - start: the first place that is asked for.
  init(of numbers: [Double], from start: Int) {
    var numbers = numbers
    var (low, high) = (0, numbers.count - 1)
    while low < high {
      let pivot = numbers[low + (high - low) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while numbers[left] < pivot { left += 1 }
        while numbers[right] > pivot { right -= 1 }
        if left <= right {
          numbers.swapAt(left, right)
          left += 1
          right -= 1
        }
      }
      if start <= right {
        high = right
      } else if start >= left {
        low = left
      } else {
        break
      }
    }
    self.start = start
    ordered = numbers[start...].sorted()
  }

  /// The number at a place of the ascending order, counted from zero.
  subscript(place: Int) -> Double { ordered[place - start] }
}
