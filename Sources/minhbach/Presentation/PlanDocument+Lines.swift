import Indices
import Panels
import Plans
import Reports
import Scenarios
import Sensitivity

extension PlanDocument {
  /// The indicators that move, most effort first.
  var moved: [Plan.Line] {
    let efforts = Dictionary(
      uniqueKeysWithValues: target.steps.map { ($0.component.indicator, $0.effort) })
    let moved = plan.lines.enumerated().map { ($0, $1, efforts[$1.indicator.code] ?? 0) }
    return moved.filter { $0.2 > 0 }.sorted { ($1.2, $0.0) < ($0.2, $1.0) }.map(\.1)
  }

  /// The indicators that are to be held, in the order of the plan.
  var held: [Plan.Line] {
    let codes = Set(moved.map(\.indicator.code))
    return plan.lines.filter { !codes.contains($0.indicator.code) }
  }

  /// An indicator with its targets.
  func line(_ line: Plan.Line) -> Fields {
    let code = line.indicator.code
    let place = plan.lines.firstIndex { $0.indicator.code == code }
    let step = target.steps.first { $0.component.indicator == code }
    return Fields(
      texts: [
        "number": place.map { "\($0 + 1)" } ?? "", "code": code,
        "name": names.indicator(code), "unit": Self.unit(line.indicator.unit),
        "better": line.indicator.direction == .reversed
          ? "càng thấp càng tốt" : "càng cao càng tốt",
        "arrow": line.indicator.direction == .reversed ? "↓" : "↑",
        "now": names.value(line.current, of: code), "final": names.value(line.target, of: code),
        "change": change(from: line.current, to: line.target, of: line.indicator),
        "is_moved": (step?.effort ?? 0) > 0 ? "x" : "",
        "is_at_limit": step.map { $0.effort > 0 && abs($0.limit - line.target) < 1e-9 } ?? false
          ? "x" : "",
        "limit": step.map { names.value($0.limit, of: code) } ?? "",
        "score_gain": gain(scoreGain(of: line)),
        "lead": line.assignment.lead.joined(separator: "; "),
        "support": line.assignment.support.joined(separator: "; "),
        "deadline": Self.day(line.deadline),
      ],
      lists: [
        "values": zip(plan.years, line.targets).map { year, value in
          Fields(texts: [
            "year": "\(year)", "value": value.map { names.value($0, of: code) } ?? "",
          ])
        }
      ])
  }

  /// What the indicator's own change adds to the score, all others as they are.
  private func scoreGain(of line: Plan.Line) -> Double {
    let values = target.steps.map {
      $0.component.indicator == line.indicator.code ? line.target : $0.value
    }
    return target.rule.score(values) - target.standing.score
  }

  /// Agencies with what they answer for.
  func agencies(_ groups: [(agency: String, indicators: [Indicator])]) -> [Fields] {
    groups.map { agency, indicators in
      Fields(texts: [
        "agency": agency, "count": "\(indicators.count)",
        "indicators": indicators.map { names.indicator($0.code) }.joined(separator: "; "),
      ])
    }
  }

  /// Whom the paper is sent to, each once: who leads, then who only supports; not who issues it.
  var recipients: [Fields] {
    var known = Set([issuer].compactMap(\.self))
    return (plan.leads + plan.supports).filter { known.insert($0.agency).inserted }
      .map { Fields(texts: ["agency": $0.agency]) }
  }

  /// The reports that come again and again.
  var reports: [Fields] {
    (answer.calendar?.due(after: plan.begin, on: plan) ?? []).map { due in
      Fields(texts: [
        "period": vietnamese(due.rule.period.phrase), "limit": Self.limit(due.rule),
        "first": Self.day(due.before), "sender": due.rule.sender,
        "recipient": due.rule.recipient,
      ])
    }
  }

  /// When in the year a report is due.
  private static func limit(_ rule: ReportingCalendar.Rule) -> String {
    if rule.months.count == 12 {
      return rule.day.map { "trước ngày \(two($0)) của tháng" } ?? "trong tháng"
    }
    let months =
      (rule.months.count == 1 ? "tháng " : "các tháng ")
      + rule.months.map(month).joined(separator: ", ")
    return rule.day.map { "trước ngày \(two($0)) \(months)" } ?? "trong \(months)"
  }

  /// What an indicator is measured in.
  private static func unit(_ unit: IndicatorUnit) -> String {
    switch unit {
    case .share: "%"
    case .mean, .points, .score: "điểm"
    case .days: "ngày"
    case .hours: "giờ"
    case .rank: "hạng"
    case .count: "số lượng"
    case .money: "tiền"
    case .rate, .ratio, .factor: "hệ số"
    }
  }

  /// How rivals move, in words.
  static func model(_ model: RivalModelChoice) -> String {
    switch model {
    case .panel: "hồi quy trên số liệu các năm trước của mọi tỉnh"
    case .resampled: "rút lại những thay đổi đã có của các tỉnh"
    case .drift: "xu hướng riêng của từng tỉnh"
    case .held: "các tỉnh khác giữ nguyên"
    }
  }

  /// A day as it is written in Vietnam: 31/12/2021.
  static func day(_ date: CalendarDate) -> String {
    "\(two(date.day))/\(two(date.month))/\(date.year)"
  }

  /// Days below 10 have a zero before them, as decree 30/2020/NĐ-CP asks.
  static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// So have January and February, and no other month.
  static func month(_ number: Int) -> String { number < 3 ? "0\(number)" : "\(number)" }
}
