import ArgumentParsing
import LinearAlgebra
import Regression
import Tables

/// Shares of R² among regressors.
struct ImportanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "importance",
    abstract:
      "Share out among regressors how much they tell together, and say how sure the order is.",
    discussion: """
      The share of a regressor is what R² gains when it enters, averaged over all orders
      of entry (Shapley's value; LMG). Shares add up to R². Up to 20 regressors, or
      groups of them, can be compared. Within fixed effects R² is of what the effects
      leave. Clusters of rows are drawn anew to tell how sure shares and their order are.

      Rows, columns and terms are named as for 'minhbach regress'. A share describes how
      the response spreads among these rows; it does not say what a change would bring,
      and an interval above zero is no test.

      EXAMPLES:
        minhbach importance --response pci --regressors transparency,entry_costs,land \\
          --effects province,year --years 2013-2016
        minhbach importance --table swiss.csv --response Fertility \\
          --regressors Agriculture,Examination,Education,Catholic,Infant.Mortality
        minhbach importance --table panel.csv --response y --regressors a,b,c,d \\
          --unit firm --time year --effects firm,year --groups policy=a+b --draws 5000
      """)

  @OptionGroup var rows: ObservationOptions

  @Option(
    help: ArgumentHelp(
      "Regressors that share as one: NAME=a+b, groups with commas between.", valueName: "groups"))
  var groups: String?

  @Option(
    help: ArgumentHelp(
      "The column of clusters to draw. Default: the units, else single rows.", valueName: "column"))
  var clusters: String?

  @Flag(name: .customLong("no-intercept"), help: "Leave out the intercept.")
  var hasNoIntercept = false

  @Flag(name: .customLong("no-bootstrap"), help: "Leave out the draws: shares alone.")
  var hasNoBootstrap = false

  @OptionGroup var confidence: ConfidenceOptions

  @OptionGroup var chance: DrawOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    _ = try regressorGroups()
  }

  func run() throws {
    let loaded = try rows.load(clusters: clusters.map { [$0] } ?? [])
    let specification = Specification(
      response: try rows.responseTerm(), regressors: try rows.regressorTerms(),
      hasIntercept: !hasNoIntercept, effects: rows.effects?.columns ?? [], weights: rows.weights,
      clusters: clusters.map { [$0] } ?? [])
    let sample = try loaded.observations.sample(for: specification)
    let groups = try regressorGroups()
    for group in groups
    where sample.regressorNames.contains(group.name) && !group.members.contains(group.name) {
      throw ValidationError(
        "--groups gives the name of the regressor \(group.name) to others; choose another name.")
    }
    let data = try sample.importanceData(hasIntercept: !hasNoIntercept, groups: groups)
    let drawn = clusters.flatMap(sample.grouping) ?? sample.unit
    let bootstrap =
      hasNoBootstrap
      ? nil
      : try ImportanceBootstrap(
        data, clusters: drawn, draws: chance.draws, replicates: chance.replicates)
    let answer = ImportanceAnswer(
      responseName: sample.responseName, regressorNames: sample.regressorNames,
      importance: try RelativeImportance(data), bootstrap: bootstrap, level: confidence.level,
      effects: sample.effects.map(\.name),
      rowCount: sample.rowCount,
      notes: ArithmeticNotes(specification, loaded.data?.codebook).notes
        + sample.notes, words: try output.words())
    let settings = [("command", Cell.text("importance"))] + rows.settings + answer.settings
    try output.write(
      loaded.data?.answer(table: answer.table(), display: answer.display(), settings: settings)
        ?? Answer(table: answer.table(), display: answer.display(), settings: settings),
      to: streams)
  }

  /// The groups that --groups names.
  private func regressorGroups() throws -> [RegressorGroup] {
    guard let groups else { return [] }
    let found = try groups.split(separator: ",", omittingEmptySubsequences: false).map { text in
      let parts = text.split(separator: "=", maxSplits: 1)
      let members = parts.last?.split(separator: "+").map { String($0).withoutOuterSpaces } ?? []
      guard parts.count == 2, !members.isEmpty, Set(members).count == members.count else {
        throw ValidationError("--groups \"\(text)\" is not of the form NAME=a+b.")
      }
      return RegressorGroup(name: String(parts[0]).withoutOuterSpaces, members: members)
    }
    for (place, group) in found.enumerated()
    where found[..<place].contains(where: { $0.name == group.name }) {
      throw ValidationError("--groups names \(group.name) twice; give each group its own name.")
    }
    return found
  }
}
