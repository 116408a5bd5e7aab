extension ClosedRange<Int> {
  /// Years as people write them: 2013–2016, from 2017 on, until 2008.
  var inWords: String {
    switch (lowerBound == .min, upperBound == .max) {
    case (true, true): "all"
    case (true, false): "until \(upperBound)"
    case (false, true): "from \(lowerBound) on"
    case (false, false): lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)–\(upperBound)"
    }
  }
}

extension [Int] {
  /// Ascending years, each unbroken run by its ends: 2005–2008, 2010.
  public var spansInWords: String {
    var runs: [ClosedRange<Int>] = []
    for year in self {
      if let last = runs.last, last.upperBound + 1 == year {
        runs[runs.count - 1] = last.lowerBound...year
      } else {
        runs.append(year...year)
      }
    }
    return runs.map(\.inWords).joined(separator: ", ")
  }
}
