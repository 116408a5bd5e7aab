import ArgumentParsing
import MinhBachKit
import Panels
import Regression
import Tables

/// Names of columns with commas between.
struct ColumnList: ExpressibleByArgument, Equatable {
  let columns: [String]

  init?(argument: String) {
    let columns = argument.split(separator: ",", omittingEmptySubsequences: false)
      .map { String($0).withoutOuterSpaces }
    guard !columns.contains(""), Set(columns).count == columns.count else { return nil }
    self.columns = columns
  }

  var defaultValueDescription: String { columns.joined(separator: ",") }
}

/// A first and a last year.
struct YearSpan: ExpressibleByArgument, Equatable {
  let years: ClosedRange<Int>

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = parts.first ?? nil, let last = parts.last ?? nil, parts.count <= 2,
      first <= last
    else { return nil }
    years = first...last
  }

  var defaultValueDescription: String { "\(years.lowerBound)-\(years.upperBound)" }
}

/// Where rows come from: a table, or the PCI.
struct SourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A table of one's own, with headings: CSV, XLSX, XLS, Stata or SPSS. Default: the PCI.",
      valueName: "file"))
  var table: String?

  @Option(
    help: ArgumentHelp(
      "The column of units that are observed several times. Of the PCI: province.",
      valueName: "column"))
  var unit: String?

  @Option(help: ArgumentHelp("The column of times. Of the PCI: year.", valueName: "column"))
  var time: String?

  @Option(
    help: ArgumentHelp(
      "The years of the PCI, such as 2013-2016; lags reach beyond them. Default: all.",
      valueName: "years")
  )
  var years: YearSpan?

  @OptionGroup var data: DataOptions

  func validate() throws {
    if table != nil, years != nil || data.store != nil || data.units == .merged {
      throw ValidationError("--years, --store and --units are for the PCI: leave out --table.")
    }
  }

  /// The settings that tell which rows were used.
  var settings: [(String, Cell)] {
    [
      ("table", .text(table ?? "pci")),
      ("unit", .text(unit ?? (table == nil ? PanelSource.unit : ""))),
      ("time", .text(time ?? (table == nil ? PanelSource.time : ""))),
    ] + (years.map { [("years", Cell.text($0.defaultValueDescription))] } ?? [])
  }

  /// Loads the rows.
  ///
  /// - Parameter columns: the columns that will be asked for, besides units and times.
  /// - Returns: the rows, and the figures of the PCI they come from.
  /// - Throws: what is wrong with the file, the store or the names of columns.
  func load(_ columns: NeededColumns) throws -> LoadedObservations {
    if let table {
      return LoadedObservations(
        observations: try Observations(
          source(TableFile(table), columns), unit: unit, time: time), data: nil)
    }
    // Lags reach years that are not asked for themselves.
    let data = try data.load(
      selection(of: columns), years: columns.isOfOneTime ? years?.years : nil)
    return LoadedObservations(
      observations: try Observations(
        PanelSource(data.panel, years: years?.years), unit: unit ?? PanelSource.unit,
        time: time ?? PanelSource.time), data: data)
  }

  /// The parts of the index that hold some columns; all of it where a name is not known, for the message to
  /// tell what there is.
  private func selection(of columns: NeededColumns) throws -> Selection {
    let codebook = try Datasets.find().codebook()
    let own = [PanelSource.unit, PanelSource.time, PanelSource.region]
    let names = columns.numbers.union(columns.labels).subtracting(own)
    let known = names.compactMap { codebook[$0] }
    guard known.count == names.count else { return .all }
    return .several(Set(known.filter { !Selection.isScore($0) }.map(\.subindex)))
  }

  /// The rows of a file: of a plain one only the columns that are needed.
  private func source(
    _ file: TableFile, _ columns: NeededColumns
  ) throws -> any ObservationSource {
    if file.isText {
      let labels = columns.labels.union([unit, time].compactMap(\.self))
      if let plain = try PlainSource(
        contentsOf: file.path, labels: labels, numbers: columns.numbers)
      {
        return plain
      }
    }
    return try TableSource(file.table())
  }
}

/// The rows and columns that a regression is about.
struct ObservationOptions: ParsableArguments {
  @OptionGroup var source: SourceOptions

  @Option(help: ArgumentHelp("What is explained.", valueName: "term"))
  var response: String

  @Option(help: ArgumentHelp("What it is explained by, with commas between.", valueName: "terms"))
  var regressors: String

  @Option(
    help: ArgumentHelp(
      "Columns whose labels have fixed effects, with commas between.", valueName: "columns"))
  var effects: ColumnList?

  @Option(
    help: ArgumentHelp(
      "The column of weights: errors' variances are one over them.", valueName: "column"))
  var weights: String?

  func validate() throws {
    do {
      _ = try responseTerm()
      guard try !regressorTerms().isEmpty else {
        throw ValidationError("--regressors names no term.")
      }
    } catch let error as RegressionError {
      throw ValidationError("\(error)")
    }
  }

  func responseTerm() throws(RegressionError) -> Term { try Term(parsing: response) }

  func regressorTerms() throws(RegressionError) -> [Term] { try Term.list(parsing: regressors) }

  /// Loads what the options name.
  ///
  /// - Parameter clusters: columns of clusters that will be asked for.
  /// - Returns: the rows, and the figures of the PCI they come from.
  /// - Throws: what is wrong with the file, the store or the names of columns.
  func load(clusters: [String] = []) throws -> LoadedObservations {
    try source.load(
      NeededColumns(
        of: [responseTerm()] + regressorTerms() + (weights.map { [.column($0)] } ?? []),
        labels: (effects?.columns ?? []) + clusters))
  }

  /// The settings that tell which rows and columns were used.
  var settings: [(String, Cell)] {
    source.settings + [
      ("response", .text(response)), ("regressors", .text(regressors)),
      ("effects", .text(effects?.defaultValueDescription ?? "")),
      ("weights", .text(weights ?? "")),
    ]
  }
}

/// The columns that a command will ask for.
struct NeededColumns {
  /// Those whose texts are needed.
  let labels: Set<String>
  /// Those whose numbers are needed.
  let numbers: Set<String>
  /// Whether every term is read at the time of its row alone.
  let isOfOneTime: Bool

  /// The columns of terms, and others whose texts are needed.
  init(of terms: [Term], labels: [String] = []) {
    self.labels = terms.reduce(into: Set(labels)) { $0.formUnion($1.labelColumns) }
    numbers = terms.reduce(into: []) { $0.formUnion($1.numberColumns) }
    isOfOneTime = terms.allSatisfy { $0.moments.allSatisfy { $0.lag == 0 } }
  }
}

/// Observations, and the PCI's figures if they come from there.
struct LoadedObservations {
  let observations: Observations
  let data: LoadedData?
}
