import Indices
import Panels
import Plans
import Scenarios
import Tables

extension Reading {
  /// Reads a text file as a table of some kind; what has a table again must read back from it.
  static func table(_ bytes: [UInt8], as kind: Parser) {
    expectError {
      let table = try CSVReader().table(bytes: bytes, file: "fuzz.csv")
      switch kind {
      case .rule, .structure, .sampling, .weights: try index(table, as: kind)
      case .scenario, .efforts, .conditions: try intention(table, as: kind)
      case .plan, .report, .agencies, .calendar, .checklist: try paper(table, as: kind)
      default: try reference(table, as: kind)
      }
    }
  }

  /// Tables that tell how scores are made.
  private static func index(_ table: Table, as kind: Parser) throws {
    switch kind {
    case .rule:
      let rule = try ScoringRule(year: 2017, subindex: "fuzz", reading: table)
      expectSame(rule, in: rule.table()) {
        try ScoringRule(year: 2017, subindex: "fuzz", reading: $0)
      }
      expectError { _ = try rule.scoreboard(of: Bundled.shared.panel) }
    case .structure: _ = try IndexStructure(reading: table)
    case .sampling:
      let model = try SamplingModel(reading: table)
      expectSame(model.table().rows, in: model.table()) {
        try SamplingModel(reading: $0).table().rows
      }
    default:
      let weights = try TotalWeights(reading: table)
      for year in weights.years { expectError { _ = try weights.rule(of: year) } }
    }
  }

  /// Tables that tell what a province sets out to do.
  private static func intention(_ table: Table, as kind: Parser) throws {
    let bundled = Bundled.shared
    switch kind {
    case .scenario:
      _ = try Scenario.rule(of: table, among: [Bundled.year])
      _ = try Scenario(
        reading: table, rule: bundled.rule, panel: bundled.panel, gazetteer: bundled.gazetteer,
        codebook: bundled.codebook)
    case .efforts:
      let ranges = bundled.rule.indicators.map { ($0, 0.0...1) }
      _ = try EffortTerms.entries(
        reading: table, ranges: Dictionary(uniqueKeysWithValues: ranges))
    default: _ = try EffortTerms.conditions(reading: table, codes: bundled.rule.indicators)
    }
  }

  /// Tables of plans and of reports on them.
  private static func paper(_ table: Table, as kind: Parser) throws {
    let (gazetteer, codebook) = (Bundled.shared.gazetteer, Bundled.shared.codebook)
    switch kind {
    case .plan:
      let file = PlanFile(gazetteer: gazetteer, codebook: codebook)
      let province = try gazetteer.province(named: "Đắk Nông")
      let plan = try file.plan(of: province, in: table)
      expectSame(plan, in: plan.table()) { try file.plan(of: province, in: $0) }
    case .report: _ = try ProgressReport(reading: table, codebook: codebook)
    case .agencies:
      let agencies = try Agencies(reading: table, codebook: codebook)
      _ = (agencies.names, agencies.supportingOnly)
    case .calendar: _ = try ReportingCalendar(reading: table)
    default:
      let checklist = try Checklist(reading: table)
      expectSame(checklist, in: checklist.table()) { try Checklist(reading: $0) }
    }
  }

  /// Tables that everything else is explained by.
  private static func reference(_ table: Table, as kind: Parser) throws {
    let (gazetteer, codebook) = (Bundled.shared.gazetteer, Bundled.shared.codebook)
    switch kind {
    case .tidy:
      _ = TidyReader.canRead(table)
      let panel = try TidyReader(gazetteer: gazetteer, codebook: codebook).panel(of: table)
      expectSame(panel.figures.count, in: panel.table()) {
        try Panel(reading: $0, gazetteer: gazetteer, codebook: codebook).figures.count
      }
    case .catalogue:
      let catalogue = try Catalogue(reading: table, mark: .comma)
      for key in catalogue.keys { _ = catalogue.text(of: Phrase(verbatim: key)) }
    case .gazetteer: _ = try Gazetteer(reading: table).provinces(in: Bundled.year)
    case .codebook: _ = try Codebook(reading: table).subindices
    case .merger: _ = try Merger(reading: table, gazetteer: gazetteer)
    case .layout: _ = try WorkbookLayout.layouts(years: 2017...2019, reading: table)
    case .corrections: _ = try Correction.corrections(reading: table)
    case .respondents:
      _ = try Respondents(reading: table, gazetteer: gazetteer, codebook: codebook)
    case .surveySizes: _ = try SurveySizes(reading: table)
    default: _ = try FollowUps(reading: table, codebook: codebook)
    }
  }

  /// What was read must be in the table that is made of it, down to the last digit.
  private static func expectSame<Value: Equatable>(
    _ value: Value, in table: Table, _ read: (Table) throws -> Value
  ) {
    do {
      let text = CSVWriter().string(table)
      let again = try read(CSVReader().table(bytes: Array(text.utf8), file: "again.csv"))
      demand(again == value, "written and read again, it is another:\n\(text)")
    } catch {
      fatalError("what was written cannot be read: \(error)")
    }
  }
}
