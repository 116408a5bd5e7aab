import Reports
import Scenarios
import Sensitivity
import Statistics
import Tables

/// What moves a published function, by all methods or by one, beside what is known exactly.
struct FunctionAnswer {
  /// What a row is about.
  enum Subject {
    /// An input, by its place.
    case input(Int)
    /// Two inputs, by their place among all pairs.
    case pair(Int)
    /// The input without any effect.
    case dummy
  }

  let function: TestFunction
  let method: SensitivityMethod
  let options: GlobalOptions
  let words: Words
  /// Nil where not asked for.
  let sobol: SobolIndices?
  /// Nil where not asked for.
  let screening: MorrisEffects?
  /// Nil where not asked for.
  let shapley: ShapleyEstimates?

  /// Studies a function.
  ///
  /// - Parameters:
  ///   - function: the function.
  ///   - method: all, or one that asks a model.
  ///   - options: how it is asked.
  ///   - words: the language.
  init(
    of function: TestFunction, method: SensitivityMethod, _ options: GlobalOptions, words: Words
  ) {
    self.function = function
    self.words = words
    self.method = method
    self.options = options
    let (parts, replicates) = (method.parts, options.replicates)
    let level = options.confidence.level
    sobol = parts.contains(.variance) ? Self.indices(of: function, options) : nil
    screening =
      parts.contains(.screening)
      ? MorrisScreening(
        trajectories: options.walks, candidates: options.candidateWalks,
        resamples: options.resamples,
        level: level, replicates: replicates
      ).effects(of: function.model, inputs: function.inputs) : nil
    shapley =
      parts.contains(.shapley)
      ? ShapleyEffects(level: level, replicates: replicates)
        .estimates(of: function.model, inputs: DependentInputs(independent: function.inputs)) : nil
  }

  private static func indices(of function: TestFunction, _ options: GlobalOptions) -> SobolIndices {
    let replicates = options.replicates
    let design = PickFreezeDesign(function.inputs, count: options.draws, replicates)
    let sample = PickFreezeSample(
      design, of: function.model, pairs: options.secondOrder, replicates)
    guard let indices = SobolIndices(sample, options: options.indices, replicates) else {
      preconditionFailure("a published function varies")
    }
    return indices
  }

  /// A row per input, then per pair, then the dummy; the figures in full.
  func table() -> Table {
    let columns = columns
    return Table(
      title: "sensitivity", columns: ["indicator", "order"] + columns.map(\.name),
      rows: subjects.map { subject in
        [.text(name(of: subject)), Cell(order(of: subject))] + columns.map { $0.cell(subject) }
      }, notes: notes)
  }

  /// The rows of the table for programs.
  var subjects: [Subject] {
    function.inputs.indices.map(Subject.input) + (sobol?.pairs?.indices.map(Subject.pair) ?? [])
      + (sobol == nil ? [] : [.dummy])
  }

  /// What a row is called.
  func name(of subject: Subject) -> String {
    switch subject {
    case .input(let place): function.inputs[place].name
    case .pair(let place): sobol?.pairs?[place].name ?? ""
    case .dummy: SobolIndices.dummyName
    }
  }

  /// How many inputs a row is about.
  private func order(of subject: Subject) -> Int {
    if case .pair = subject { 2 } else { 1 }
  }

  private typealias Column = (name: String, cell: (Subject) -> Cell)

  private var columns: [Column] {
    (sobol == nil ? [] : sobolColumns) + (screening == nil ? [] : morrisColumns)
      + (shapley == nil ? [] : shapleyColumns) + (sobol?.pairs == nil ? [] : pairColumns)
  }

  private var sobolColumns: [Column] {
    estimate("sobol_first", first) + estimate("sobol_total") { total($0) } + [
      exact("sobol_first_exact", \.first), exact("sobol_total_exact", \.total),
    ]
  }

  private var morrisColumns: [Column] {
    let screening = screening
    func index(_ subject: Subject) -> MorrisIndex? {
      if case .input(let place) = subject { screening?.indices[place] } else { nil }
    }
    return estimate("morris_mu_star") { index($0)?.meanAbsolute } + [
      ("morris_mu", { Cell(index($0)?.mean) }),
      ("morris_sigma", { Cell(index($0)?.deviation) }),
    ]
  }

  private var shapleyColumns: [Column] {
    estimate("shapley") { share($0) } + [exact("shapley_exact", \.shapley)]
  }

  private var pairColumns: [Column] {
    estimate("sobol_second") { second($0) } + [
      ("sobol_second_exact", { Cell(exactSecond($0)) })
    ]
  }

  /// An estimate with its interval, as three columns.
  private func estimate(
    _ name: String, _ found: @escaping (Subject) -> EffectEstimate?
  ) -> [Column] {
    [
      (name, { Cell(found($0)?.value) }),
      ("\(name)_low", { Cell(found($0)?.interval?.lowerBound) }),
      ("\(name)_high", { Cell(found($0)?.interval?.upperBound) }),
    ]
  }

  /// What is known exactly of each input.
  private func exact(_ name: String, _ part: KeyPath<TestFunction.Exact, [Double]>) -> Column {
    (name, { Cell(known($0, part)) })
  }

  /// What is known exactly of an input.
  func known(_ subject: Subject, _ part: KeyPath<TestFunction.Exact, [Double]>) -> Double? {
    if case .input(let place) = subject { function.exact?[keyPath: part][place] } else { nil }
  }

  /// What is known exactly of a pair.
  func exactSecond(_ subject: Subject) -> Double? {
    if case .pair(let place) = subject { function.exact?.pairs[place] } else { nil }
  }

  /// The first-order index of an input, or of the dummy.
  func first(_ subject: Subject) -> EffectEstimate? {
    switch subject {
    case .input(let place): sobol?.first[place]
    case .pair: nil
    case .dummy: sobol?.dummy
    }
  }

  /// The total index of an input.
  func total(_ subject: Subject) -> EffectEstimate? {
    if case .input(let place) = subject { sobol?.total[place] } else { nil }
  }

  /// The index of a pair.
  func second(_ subject: Subject) -> EffectEstimate? {
    if case .pair(let place) = subject { sobol?.pairs?[place] } else { nil }
  }

  /// The Shapley effect of an input.
  func share(_ subject: Subject) -> EffectEstimate? {
    if case .input(let place) = subject { shapley?.effects[place] } else { nil }
  }
}
