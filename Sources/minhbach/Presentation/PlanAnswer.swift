import Indices
import Panels
import Plans
import Reports
import Scenarios
import Sensitivity
import Tables

/// A plan with its chance, for programs and for people.
struct PlanAnswer {
  let plan: Plan
  /// The target in the plan's round numbers.
  let target: Target
  /// The chances of the goal; nil where no past years tell how rivals move.
  let odds: TargetOdds?
  /// Whether the goal is as likely as was asked for; nil where nothing was.
  let isProbable: Bool?
  /// How likely the goal was asked to be; nil for drawing level.
  let probability: Double?
  let sampled: SampledAnswer
  let agencies: Agencies
  let calendar: ReportingCalendar?
  let checklist: Checklist?
  let names: Names

  /// The chance of the goal in the last year.
  var chance: SimulatedChance? { odds?.chances.last }

  private var words: PlanWords { PlanWords(language: names.words.language) }

  /// The plan as a file holds it.
  func table() -> Table {
    var table = plan.table()
    let notes = notes(PlanWords(language: .en)) { $0 } + target.notes()
    table.notes = notes.map(Phrase.init(verbatim:))
    return table
  }

  /// The plan as people read it: what moves first, most effort first, then what is held.
  func display() -> Table {
    let efforts = Dictionary(
      uniqueKeysWithValues: target.steps.map { ($0.component.indicator, $0.effort) })
    func effort(_ line: Plan.Line) -> Double { efforts[line.indicator.code] ?? 0 }
    let moved = plan.lines.filter { effort($0) > 0 }.sorted { effort($0) > effort($1) }
    let held = plan.lines.filter { effort($0) == 0 }
    var rows = moved.map { row($0, isHeld: false) } + held.map { row($0, isHeld: true) }
    let two = NumberFormat.decimals(2)
    rows.append(
      [.text(words.score)] + target.path.map { .text(two.string($0.score)) } + [.text("")])
    rows.append([.text(words.rank)] + target.path.map { Cell($0.rank) } + [.text("")])
    if let odds {
      let share = NumberFormat.percentage(decimals: 0)
      rows.append(
        [.text(words.chance(of: target.goal)), .text("")]
          + odds.chances.map { .text(share.string($0.probability)) } + [.text("")])
    }
    return Table(
      title: title, columns: [words.indicator] + target.path.map { "\($0.year)" } + [words.lead],
      rows: rows, notes: notes(words, names.indicator) + target.notes(naming: names.indicator))
  }

  private var title: String {
    let (name, now) = (names.province(target.province), target.standing.rank)
    return words(
      "\(name): plan from rank \(now) in \(plan.currentYear) to \(target.goal.words) by "
        + "\(plan.finalYear) – \(target.certificate.rawValue)",
      "\(name): kế hoạch từ hạng \(now) năm \(plan.currentYear) đến \(words.goal(target.goal)) vào "
        + "năm \(plan.finalYear)")
  }

  private func row(_ line: Plan.Line, isHeld: Bool) -> [Cell] {
    let code = line.indicator.code
    let yearly = line.targets.map { target -> Cell in
      isHeld ? .text(words.hold) : target.map { .text(names.value($0, of: code)) } ?? .empty
    }
    return [.text(names.indicator(code)), .text(names.value(line.current, of: code))] + yearly
      + [.text(line.assignment.lead.joined(separator: "; "))]
  }

  /// What is worth knowing of the plan, its agencies and dates.
  private func notes(_ words: PlanWords, _ name: (String) -> String) -> [String] {
    (odds.map { [chanceNote($0, words)] } ?? []) + sampled.notes(on: target.province).texts
      + [deadlineNote(words)] + agencyNotes(words, name)
      + [
        calendar.flatMap {
          words.next($0.due(after: plan.begin, on: plan), after: plan.begin)
        }
      ]
      .compactMap(\.self)
      + (checklist.map { words.progress(of: $0, on: plan.deadlines.upperBound) } ?? [])
  }

  private func chanceNote(_ odds: TargetOdds, _ words: PlanWords) -> String {
    let (share, two) = (NumberFormat.percentage(decimals: 0), NumberFormat.decimals(2))
    let needed = odds.needed.map {
      "\(two.string($0.gain, isSigned: true)) (\(share.string($0.probability)))"
    }
    return words(
      target.note(on: odds),
      "Khả năng đạt \(words.goal(target.goal)) trong khảo sát năm \(plan.finalYear) theo kế hoạch này: "
        + "\(share.string(chance?.probability ?? 0)) (nếu không có kế hoạch: "
        + "\(share.string(odds.unplanned.probability))), khi các tỉnh khác tiếp tục thay đổi như trước đây và mẫu doanh "
        + "nghiệp được chọn lại. Kế hoạch tăng \(two.string(odds.gain, isSigned: true)) điểm; mức tăng cần có: "
        + "\(needed.joined(separator: ", ")).")
  }

  private func deadlineNote(_ words: PlanWords) -> String {
    let deadline = plan.lines.first.map { "\($0.deadline)" } ?? "–"
    return words(
      "The last targets are due by \(deadline), those of other years by the year's end.",
      "Thời hạn của mục tiêu cuối: \(deadline); của các năm khác: cuối năm.")
  }

  private func agencyNotes(_ words: PlanWords, _ name: (String) -> String) -> [String] {
    guard !agencies.names.isEmpty else {
      return [
        words(
          "No agencies are known: name a table with --agencies, or those of another province.",
          "Chưa có bảng phân công: nêu tệp bằng --agencies, hoặc dùng bảng của tỉnh khác.")
      ]
    }
    let supports = plan.supports.map { agency, indicators in
      "\(agency) (\(indicators.count))"
    }
    let unled = plan.unled.map { name($0.code) }
    let foreign = agencies.indicators.filter { plan[$0] == nil }.map(name)
    return [
      supports.isEmpty
        ? nil
        : words("In support, with the number of indicators: ", "Cơ quan phối hợp (số chỉ tiêu): ")
          + supports.joined(separator: "; ") + ".",
      unled.isEmpty
        ? nil
        : words("Nobody leads: ", "Chưa có cơ quan chủ trì: ") + unled.joined(separator: "; ")
          + ".",
      agencies.supportingOnly.isEmpty
        ? nil
        : words("They lead nothing: ", "Chỉ phối hợp, không chủ trì: ")
          + agencies.supportingOnly.joined(separator: "; ") + ".",
      foreign.isEmpty
        ? nil
        : words("Agencies answer for what the plan does not have: ", "Ngoài kế hoạch: ")
          + foreign.joined(separator: "; ") + ".",
    ].compactMap(\.self)
  }
}
