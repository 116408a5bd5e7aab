import Reports
import Sensitivity
import Tables

extension FunctionAnswer {
  /// The figures as people read them: inputs by what they make in all, then pairs, then the dummy.
  func display() -> Table {
    let parts = displayParts
    return Table(
      title: words(
        "\(function.name): what moves a function of \(counting: function.inputs.count, "input")"),
      columns: words.columns("input") + parts.flatMap(\.columns),
      rows: order.map { subject in
        [.text(label(of: subject))] + parts.flatMap { $0.cells(subject) }
      }, notes: notes)
  }

  /// What a row is called, for people.
  private func label(of subject: Subject) -> String {
    if case .dummy = subject { words("dummy") } else { name(of: subject) }
  }

  /// Some columns with what they hold.
  private struct Part {
    let columns: [String]
    let cells: (Subject) -> [Cell]
  }

  private var displayParts: [Part] {
    let ends = words.columns("\(confidence: options.confidence.level) from", "to")
    var parts: [Part] = []
    if sobol != nil {
      let hasPairs = sobol?.pairs != nil
      parts.append(
        part(
          [hasPairs ? words("1st, 2nd order") : words("first order")] + ends,
          { first($0) ?? second($0) }, exact: { known($0, \.first) ?? exactSecond($0) }))
      parts.append(
        part(words.columns("total") + ends, { total($0) }, exact: { known($0, \.total) }))
    }
    if screening != nil { parts.append(screeningPart) }
    if shapley != nil {
      parts.append(
        part(["Shapley"] + ends, { share($0) }, exact: { known($0, \.shapley) }))
    }
    return parts
  }

  /// An estimate with its interval and what is exact, all with the decimals the widest interval bears.
  private func part(
    _ columns: [String], _ found: @escaping (Subject) -> EffectEstimate?,
    exact: @escaping (Subject) -> Double?
  ) -> Part {
    let format = NumberFormat.bearing(subjects.compactMap(found), atLeast: 2)
      .marked(words.catalogue.mark)
    return Part(columns: columns + words.columns("exact")) { subject in
      let estimate = found(subject)
      let figures = [
        estimate?.value, estimate?.interval?.lowerBound, estimate?.interval?.upperBound,
        exact(subject),
      ]
      return figures.map { figure in figure.map { .text(format.string($0)) } ?? .empty }
    }
  }

  private var screeningPart: Part {
    let indices = screening?.indices ?? []
    let format = NumberFormat.bearing(indices.map(\.meanAbsolute), atLeast: 0)
      .marked(words.catalogue.mark)
    return Part(columns: ["μ*", "μ", "σ"]) { subject in
      guard case .input(let place) = subject else { return [.empty, .empty, .empty] }
      let index = indices[place]
      let figures = [index.meanAbsolute.value, index.mean, index.deviation]
      return figures.map { figure in figure.map { .text(format.string($0)) } ?? .empty }
    }
  }

  /// The rows, inputs by their totals, by μ* or by their shares, whatever was asked for first.
  private var order: [Subject] {
    let weights = function.inputs.indices.map { place in
      sobol?.total[place].value ?? screening?.indices[place].meanAbsolute.value
        ?? shapley?.effects[place].value ?? 0
    }
    let inputs = weights.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    return inputs.map(Subject.input) + subjects.dropFirst(inputs.count)
  }
}

extension NumberFormat {
  /// As many decimals as leave two digits of half the widest interval, six at most; four where none is told.
  static func bearing(_ estimates: [EffectEstimate], atLeast least: Int) -> NumberFormat {
    let widths = estimates.compactMap(\.interval).map { $0.upperBound - $0.lowerBound }
    guard let widest = widths.max(), widest > 0 else { return .decimals(4) }
    var (decimals, half) = (0, widest / 2)
    while decimals < 6, half < 10 {
      half *= 10
      decimals += 1
    }
    return .decimals(max(decimals, least))
  }

  /// As many decimals as make seven digits of a number, none of one of seven digits or more.
  static func sevenDigits(_ number: Double) -> NumberFormat {
    var (decimals, size) = (6, abs(number))
    while decimals > 0, size >= 10 {
      size /= 10
      decimals -= 1
    }
    return .decimals(decimals)
  }
}
