import Panels
import Plans
import Reports
import Scenarios
import Tables

/// How a plan stands, for programs and for people.
struct ProgressAnswer {
  let progress: Progress
  /// The chance of the goal; nil where the plan has none, or it is not known.
  let chances: PlanOutlook<SimulatedChance>?
  /// The rank by the rule of the plan's current year, rivals held still; nil where that is not known.
  let ranks: PlanOutlook<Int>?
  /// Why the chance is not known.
  let withoutChance: String?
  /// The year of the rivals and the rule.
  let rivalYear: Int
  /// How rivals move from then on.
  let model: RivalModelChoice
  /// A later year whose survey was published by the day, if its figures are at hand.
  let laterYear: Int?
  let calendar: ReportingCalendar?
  let checklist: Checklist?
  let names: Names

  private var words: PlanWords { PlanWords(language: names.words.language) }
  private var plan: Plan { progress.plan }

  /// The reports that come next.
  var due: [ReportingCalendar.Due] {
    calendar?.due(after: progress.date, on: plan) ?? []
  }

  /// The figures, with the day before which the next report is due.
  func table() -> Table {
    var table = progress.table().adding([
      ("next_report", { _ in due.first.map { .text("\($0.before)") } ?? .empty })
    ])
    table.notes = notes(PlanWords(language: .en)) { $0 }.map(Phrase.init(verbatim:))
    return table
  }

  /// The plan as people read it: what is late first, then what nobody reported.
  func display() -> Table {
    let order: [Progress.Status] = [.late, .notReported, .onCourse, .reached]
    return Table(
      title: title,
      columns: [
        words.indicator, words.status, words.actual, words.path, words.target, words.date,
        words.lead,
      ],
      rows: order.flatMap { status in
        progress.lines.filter { $0.status == status }.map(row)
      }, notes: notes(words, names.indicator))
  }

  private var title: String {
    let counts = [Progress.Status.reached, .onCourse, .late, .notReported]
      .map { "\(progress.count($0)) \(words.status($0))" }.joined(separator: ", ")
    let goal = plan.goal.map {
      words(
        " to \($0.words) by \(plan.finalYear)",
        " đến \(words.goal($0)) vào năm \(plan.finalYear)")
    }
    return names.province(plan.province)
      + words(", \(progress.date): the plan", ", \(progress.date): kế hoạch")
      + (goal ?? "") + " – " + counts
  }

  private func row(_ line: Progress.Line) -> [Cell] {
    let code = line.planned.indicator.code
    return [
      .text(names.indicator(code)), .text(words.status(line.status)),
      line.report.map { .text(names.value($0.value, of: code)) } ?? .empty,
      .text(names.value(line.pathValue, of: code)),
      .text(names.value(line.planned.target, of: code)),
      line.report.map { .text("\($0.date)") } ?? .empty,
      .text(line.planned.assignment.lead.joined(separator: "; ")),
    ]
  }

  private func notes(_ words: PlanWords, _ name: (String) -> String) -> [String] {
    let within = progress.lines.filter(\.isBehindWithinError).map {
      name($0.planned.indicator.code)
    }
    let unplanned = progress.unplanned.map { name($0.code) }
    let measure = String.confidence(progress.level)
    return [chanceNote(words), rankNote(words), withoutChance, laterNote(words)].compactMap(\.self)
      + [
        words.next(due, after: progress.date)
      ].compactMap(\.self) + overdueNotes(words, name)
      + [
        words(
          "Late: behind the path by more than sampling can explain at \(measure). The path is linear between "
            + "targets at the ends of years; each report is set beside the path of its own day.",
          "Chậm: thấp hơn lộ trình quá mức sai số chọn mẫu có thể giải thích (\(measure)). Lộ trình tuyến tính "
            + "giữa mục tiêu cuối các năm; mỗi báo cáo được so với lộ trình của ngày báo cáo."),
        progress.lines.contains { $0.standardError != nil }
          ? words(
            "Errors are those that reports tell by firms or standard_error; else those of a survey as large as "
              + "PCI's of \(rivalYear).",
            "Sai số theo báo cáo (firms, standard_error), nếu không có thì theo mẫu khảo sát PCI năm "
              + "\(rivalYear).") : nil,
        within.isEmpty
          ? nil
          : words(
            "Behind the path, but within sampling error: ", "Thấp hơn lộ trình nhưng trong sai số: "
          )
            + within.joined(separator: "; ") + ".",
        unplanned.isEmpty
          ? nil
          : words("Reported, but not in the plan: ", "Có báo cáo nhưng ngoài kế hoạch: ")
            + unplanned.joined(separator: "; ") + ".",
        progress.laterReports == 0
          ? nil
          : words(
            "\(String.counted("\(progress.laterReports)", "report")) of later days than \(progress.date) not counted.",
            "\(progress.laterReports) báo cáo sau ngày \(progress.date) không được tính."),
      ].compactMap(\.self) + (checklist.map { words.progress(of: $0, on: progress.date) } ?? [])
  }

  /// What was due and is not there; reports that lack the same indicators are told together.
  private func overdueNotes(_ words: PlanWords, _ name: (String) -> String) -> [String] {
    var groups: [(indicators: [Indicator], due: [ReportingCalendar.Due])] = []
    for entry in calendar.map({ progress.overdue(by: $0) }) ?? [] {
      if let known = groups.firstIndex(where: { $0.indicators == entry.indicators }) {
        groups[known].due += entry.due
      } else {
        groups.append((entry.indicators, entry.due))
      }
    }
    return groups.map { group in
      let reports = group.due.map { due in
        let period = words.period(due.rule.period)
        return words("\(period), before \(due.before)", "\(period), trước ngày \(due.before)")
      }
      let missing =
        group.indicators.count == plan.lines.count
        ? words("every indicator", "tất cả chỉ tiêu")
        : group.indicators.map { name($0.code) }.joined(separator: "; ")
      return words("Overdue", "Quá hạn báo cáo")
        + " (\(reports.joined(separator: "; "))): \(missing)."
    }
  }

  private func chanceNote(_ words: PlanWords) -> String? {
    guard let chances, let goal = plan.goal else { return nil }
    let share = NumberFormat.percentage(decimals: 0)
    func told(_ chance: SimulatedChance) -> String { share.string(chance.probability) }
    let (before, planned) = (told(chances.before), told(chances.planned))
    let (standing, projected) = (told(chances.standing), told(chances.projected))
    let error = NumberFormat.percentage(decimals: 1).string(chances.standing.error)
    return words(
      "\(goal.outcomeName) in the survey of \(plan.finalYear): \(before) without the plan, \(planned) by it; "
        + "\(standing) with what is reported and nothing more, \(projected) if what is behind stays as far behind "
        + "and the rest is done (each ± \(error) for the number of futures). All figures, those reported too, move from "
        + "\(rivalYear) on by the model \(model.rawValue), what is planned comes on top, and firms are sampled anew.",
      "\(words.goal(goal).capitalisedAtFirst) trong khảo sát năm \(plan.finalYear): \(before) nếu không có kế hoạch, "
        + "\(planned) theo kế hoạch; \(standing) nếu giữ như đã báo cáo, \(projected) nếu phần chậm vẫn chậm như "
        + "hiện nay và phần còn lại hoàn thành; các tỉnh khác thay đổi như trước đây.")
  }

  private func laterNote(_ words: PlanWords) -> String? {
    laterYear.map { year in
      words(
        "Rivals have moved since \(rivalYear): --year \(year) tells the chances among those of \(year).",
        "Các tỉnh khác đã thay đổi từ năm \(rivalYear): --year \(year) so với các tỉnh năm \(year)."
      )
    }
  }

  private func rankNote(_ words: PlanWords) -> String? {
    guard let ranks else { return nil }
    return words(
      "Among the others' scores of \(rivalYear), by that year's rule: rank \(ranks.before) before, "
        + "\(ranks.planned) by the plan; \(ranks.standing) with what is reported and nothing more, "
        + "\(ranks.projected) if what is behind stays as far behind and the rest is done.",
      "So với điểm các tỉnh khác năm \(rivalYear): hạng \(ranks.before) trước kế hoạch, \(ranks.planned) "
        + "theo kế hoạch; \(ranks.standing) như đã báo cáo, \(ranks.projected) nếu phần chậm vẫn chậm và phần "
        + "còn lại hoàn thành.")
  }
}
