import LinearAlgebra
import Panels

extension LinearForm {
  /// The scores of the worst and the best end of a range.
  public var scale: ClosedRange<Double> {
    subindex == Codebook.wholeIndex ? TotalWeights.scale : Goalposts.ofPCI
  }

  var scaleWidth: Double { scale.upperBound - scale.lowerBound }

  /// Weights fitted to ranges of everything seen, for a year that no constants give back.
  ///
  /// Least squares of the scores on the indicators' own scores, with weights that add up to one: the
  /// sum is put in by measuring all from one of them.
  ///
  /// - Returns: nothing where an indicator has no slope of its own or a weight comes out negative: such a
  ///   fit is no rule.
  func fittedConstants(
    histories: [[Int: ClosedRange<Double>]], given: [String: ClosedRange<Double>]
  ) -> ConstantSearch.Finding {
    let nothing = ConstantSearch.Finding(constants: [:], isComplete: false)
    let ranges = zip(terms, histories).map { term, history in
      Self.range(of: term.indicator, history: history, given: given[term.indicator.code])
    }
    guard terms.count > 1, terms.allSatisfy({ $0.slope != nil }),
      ranges.allSatisfy({ $0.lower.value < $0.upper.value })
    else { return nothing }
    let columns = zip(terms, ranges).map { term, range in
      let component = ScoringRule.Component(
        indicator: term.indicator.code, dimension: "", weight: 1, minimum: range.lower.value,
        maximum: range.upper.value, direction: term.indicator.direction, scale: scale)
      return term.values.map(component.score)
    }
    let base = columns[columns.count - 1]
    let design = Matrix(
      rows: scores.count,
      columns: columns.dropLast().map { column in zip(column, base).map { $0 - $1 } })
    guard let fit = try? LeastSquares(design), fit.droppedColumns.isEmpty,
      let weights = try? fit.coefficients(for: zip(scores, base).map { $0 - $1 })
    else { return nothing }
    // A fitted weight is known to a hundredth; more digits would only be those of the machine.
    let rounded = weights.map { ($0 * 1e4).rounded() / 1e4 }
    let last = 1 - rounded.reduce(0, +)
    let all = rounded + [(last * 1e4).rounded() / 1e4]
    guard all.allSatisfy({ $0 > 0 }) else { return nothing }
    var constants: [Int: ConstantSearch.Constants] = [:]
    for (position, weight) in all.enumerated() {
      constants[position] = ConstantSearch.Constants(
        weight: weight, lower: ranges[position].lower, upper: ranges[position].upper)
    }
    return ConstantSearch.Finding(constants: constants, isComplete: false)
  }

  /// The range of everything seen, or the one that is fixed or given.
  private static func range(
    of indicator: Indicator, history: [Int: ClosedRange<Double>], given: ClosedRange<Double>?
  ) -> (lower: RangeEnd, upper: RangeEnd) {
    if let range = given ?? indicator.scale {
      let origin: RangeEnd.Origin = given == nil ? .fixed : .given
      return (
        RangeEnd(value: range.lowerBound, origin: origin),
        RangeEnd(value: range.upperBound, origin: origin)
      )
    }
    // The first year that showed an extreme is the one it is named after.
    let years = history.sorted { $0.key < $1.key }
    let lowest = years.min { $0.value.lowerBound < $1.value.lowerBound }
    let highest = years.max { $0.value.upperBound < $1.value.upperBound }
    return (
      RangeEnd(value: lowest?.value.lowerBound ?? 0, origin: .seen(year: lowest?.key ?? 0)),
      RangeEnd(value: highest?.value.upperBound ?? 0, origin: .seen(year: highest?.key ?? 0))
    )
  }
}
