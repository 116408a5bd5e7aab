import ArgumentParsing
import Indices
import MinhBachKit
import Panels
import Plans
import Reports
import Scenarios
import Tables

/// Yearly targets with who answers for them and by when.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Write the plan to a goal: yearly targets, agencies, deadlines, reports.",
    discussion: """
      The targets are those of 'minhbach target', in round numbers in every year, with
      the chance of the goal among rivals that move. As
      CSV or XLSX the plan is a file to edit, send around and give to 'minhbach track':
      a row per indicator with its code, current value, target_<year> for each year,
      unit, lead and supporting agencies (separated by |) and deadline. Shares stand
      as 0.8; 80% is read too.

      Agencies and the dates of reports are those of a table of one's own, or of plans
      that provinces wrote: Trà Vinh 2020, Đắk Nông 2018 and, for the website alone,
      Quảng Ngãi 2021.

      With --checklist and no goal, the list of what a portal must publish is written,
      for agencies to tick: x under done, with a date and a link.

      With --document the plan is an official paper as well, in the layout of decree
      30/2020/NĐ-CP, with every number filled in: KẾ HOẠCH, in Vietnamese. Its text is
      a template of HTML: copy it with --write-template, change it, and name it with
      --template. DOCX, ODT and PDF are made by LibreOffice, which is to be installed
      (on Debian: libreoffice-writer-nogui); HTML needs nothing.

      EXAMPLES:
        minhbach plan "Đắk Nông" --year 2017 --rank 40 --by 2020
        minhbach plan "Đắk Nông" --year 2017 --rank 40 --by 2020 --output plan.csv
        minhbach plan "Kon Tum" --rank 30 --by 2022 --agencies travinh --lang vi
        minhbach plan "Trà Vinh" --median --by 2021 --probability 0.8 --output plan.xlsx
        minhbach plan --all --gain 10 --by 2022 --output plans.csv
        minhbach plan --checklist kon-tum --output checklist.csv
        minhbach plan "Đắk Nông" --rank 40 --by 2021 --document ke-hoach.docx
        minhbach plan --write-template ke-hoach.html
      """)

  @Argument(help: "The province, in any spelling.")
  var province: String?

  @Option(help: "The year to start from. Default: the latest.")
  var year: Int?

  @OptionGroup var goal: GoalOptions

  @Option(help: ArgumentHelp("The final year.", valueName: "year"))
  var by: Int?

  @Option(
    help: ArgumentHelp(
      "Who answers for each indicator: a table of indicator, lead and support, or the province of a "
        + "bundled one (daknong, quangngai, travinh). Default: the province's own, if it is bundled.",
      valueName: "file"))
  var agencies: String?

  @Option(
    help: ArgumentHelp(
      "The day by which the last targets are due. Default: the end of the final year.",
      valueName: "day"))
  var deadline: CalendarDate?

  @Flag(help: "Make a plan for every province, with the chance of each.")
  var all = false

  @OptionGroup var reporting: CalendarOptions
  @OptionGroup var list: ChecklistOptions
  @OptionGroup var paper: DocumentOptions
  @OptionGroup var futures: FutureOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var output: OutputOptions
  var streams = StandardStreams()

  func validate() throws {
    try goal.requireOneAtMost()
    if agencies == "" { throw ValidationError("--agencies names no file.") }
    if paper.writeTemplate != nil {
      guard province == nil, goal.named == nil, list.checklist == nil, !all, paper.document == nil,
        output.output == nil
      else { throw ValidationError("--write-template stands alone: it writes nothing else.") }
    }
    try paper.requireOwnFiles(
      writing: [("--output", output.output)],
      reading: [
        ("--agencies", agencies), ("--calendar", reporting.calendar),
        ("--checklist", list.checklist),
      ])
    if paper.writeTemplate != nil { return }
    if paper.document != nil {
      guard !all, goal.named != nil else {
        throw ValidationError("--document is of one province's plan to a goal.")
      }
    }
    guard goal.named != nil || list.checklist != nil else {
      throw ValidationError(
        "Name a goal, such as --rank, --gain or --median, or a list to tick with --checklist.")
    }
    if all, province != nil { throw ValidationError("--all is of all provinces: name none.") }
    if goal.named == nil {
      guard by == nil, !all else { try goal.require(); return }
    } else {
      guard by != nil else { throw ValidationError("Name the final year with --by.") }
      guard all || province != nil else { throw ValidationError("Name a province, or take --all.") }
    }
  }

  func run() throws {
    if let copy = paper.writeTemplate {
      return try paper.copyTemplate(Datasets.find(), to: copy)
    }
    guard let wanted = goal.named, let by else { return try writeChecklist() }
    if all { return try answerAll(wanted, by) }
    let data = try data.load()
    let province = try data.gazetteer.province(named: province ?? "")
    let writer = try paper.writer(data.datasets)
    let study = try study(data, wanted, by, for: [province])
    let answer = try study.answer(for: province, goal: wanted, by: by)
    try writer?.write(
      PlanDocument(
        answer: answer, date: paper.date, issuer: paper.issuer, futures: futures,
        vietnamese: Datasets.find().words(.vi)
      ).fields)
    try output.write(
      data.answer(
        table: answer.table(), display: answer.display(),
        settings: [
          ("command", .text("plan")), ("province", .text(answer.plan.province.nameVi)),
          ("year", Cell(study.year)), ("goal", .text(wanted.words)),
          ("rank", Cell(answer.target.goalRank)), ("by", Cell(by)),
          ("chance", Cell(answer.chance?.probability)),
          ("chance_error", Cell(answer.chance?.error)),
          ("chance_unplanned", Cell(answer.odds?.unplanned.probability)),
          ("probability", Cell(goal.probability)),
          ("is_probable", answer.isProbable.map { .boolean($0) } ?? .empty),
          ("score_needed", .number(answer.target.scoreNeeded)),
          ("effort", .number(answer.target.effort)),
          ("certificate", .text(answer.target.certificate.rawValue)),
        ] + futures.settings), to: streams)
  }

  /// The list to tick, as it stands.
  private func writeChecklist() throws {
    guard let (list, name) = try list.load(Datasets.find()) else { return }
    let table = list.table()
    var display = Table(
      title: "checklist: \(name)", columns: ["code", "item"],
      rows: list.groups.flatMap { group in
        [[.text(""), .text("")], [.text(""), .text(group)]]
          + list.items.filter { $0.group == group }.map { [.text($0.code), .text($0.text)] }
      })
    display.notes = [
      Phrase("Tick it with x under done, with a date and a link: --output checklist.csv.")
    ]
    try output.write(
      Answer(
        table: table, display: display,
        settings: [("command", .text("plan")), ("checklist", .text(name))]), to: streams)
  }

  /// What all plans of the command share.
  func study(
    _ data: LoadedData, _ goal: Goal, _ by: Int, for provinces: [Province]
  ) throws -> PlanStudy {
    let year = try data.year(year)
    let rule = try data.rule(year)
    let history = try futures.history(data, self.data, year)
    // A place in the region takes the scores of all there.
    let watched = if case .regionPlace = goal { history.provinces } else { provinces }
    return PlanStudy(
      data: data, year: year, rule: rule, rules: try data.rules(),
      sampled: try futures.sampling.ranks(data, self.data, year),
      names: Names(words: try output.words(), panel: data.panel), deadline: deadline,
      checklist: try list.load(data.datasets)?.list,
      odds: try FutureOdds(
        history, through: max(by, year + 1),
        watching: watched.filter { history.place(of: $0) != nil }, futures),
      probability: self.goal.probability,
      agencies: { try agencies($0, data) },
      calendar: { try reporting.calendar(data.datasets, of: $0) })
  }

  private func agencies(_ province: Province, _ data: LoadedData) throws -> Agencies {
    try data.datasets.planTable(.agencies, named: agencies, of: province).map {
      try Agencies(reading: $0.table, codebook: data.codebook)
    } ?? Agencies()
  }
}
