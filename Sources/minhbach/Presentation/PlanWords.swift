import Tables
import Plans
import Reports
import Scenarios

/// The words of plans, in English and Vietnamese.
struct PlanWords {
  let language: Language

  /// One of two texts.
  func callAsFunction(_ english: String, _ vietnamese: String) -> String {
    language == .vi ? vietnamese : english
  }

  var indicator: String { self("indicator", "chỉ tiêu") }
  var lead: String { self("lead", "cơ quan chủ trì") }
  var score: String { self("score", "điểm") }
  var rank: String { self("rank", "thứ hạng") }
  var hold: String { self("hold", "giữ") }
  var status: String { self("status", "tình trạng") }
  var actual: String { self("actual", "thực hiện") }
  var path: String { self("path", "lộ trình") }
  var target: String { self("target", "mục tiêu") }
  var date: String { self("date", "ngày") }
  var province: String { self("province", "tỉnh") }
  var chance: String { self("chance", "khả năng") }

  func chance(of goal: Goal) -> String { self(goal.chanceName, "khả năng đạt \(self.goal(goal))") }

  /// A goal in words.
  func goal(_ goal: Goal) -> String {
    switch goal {
    case .rank(let rank): self(goal.words, "hạng \(rank) hoặc cao hơn")
    case .ranks(let ranks): self(goal.words, "hạng \(ranks.lowerBound)–\(ranks.upperBound)")
    case .top(let count): self(goal.words, "nhóm \(count) tỉnh đầu")
    case .places(let count): self(goal.words, "tăng \(count) bậc")
    case .regionPlace(let place): self(goal.words, "hạng \(place) trong vùng hoặc cao hơn")
    case .tier(let tier):
      self(
        goal.words,
        "nhóm \(tier == .top ? "đầu" : tier == .middle ? "giữa hoặc cao hơn" : "cuối")")
    case .median: self(goal.words, "mức trên trung vị")
    case .score(let score):
      self(goal.words, "điểm \(NumberFormat.decimals(2).string(score))")
    }
  }

  /// How an indicator stands.
  func status(_ status: Progress.Status) -> String {
    switch status {
    case .reached: self("reached", "đạt")
    case .onCourse: self("on course", "đúng tiến độ")
    case .late: self("late", "chậm")
    case .notReported: self("not reported", "chưa báo cáo")
    }
  }

  /// How often a report is made.
  func period(_ period: ReportingCalendar.Period) -> String {
    switch period {
    case .monthly: self("monthly", "hàng tháng")
    case .quarterly: self("quarterly", "hàng quý")
    case .halfYearly: self("half-yearly", "6 tháng")
    case .yearly: self("yearly", "hàng năm")
    }
  }

  /// A report that is due.
  func due(_ due: ReportingCalendar.Due) -> String {
    let (rule, day) = (due.rule, "\(due.before)")
    return self(
      "before \(day) (\(period(rule.period)), \(rule.sender) to \(rule.recipient))",
      "trước ngày \(day) (\(period(rule.period)), \(rule.sender) gửi \(rule.recipient))")
  }

  /// The next time that each report is due, in a sentence.
  func next(_ due: [ReportingCalendar.Due], after date: CalendarDate) -> String? {
    due.isEmpty
      ? nil
      : self("Reports due after \(date): ", "Báo cáo kế tiếp sau ngày \(date): ")
        + due.map(self.due).joined(separator: "; ") + "."
  }

  /// How far a list is, in a sentence for each group.
  func progress(of list: Checklist, on date: CalendarDate) -> [String] {
    list.counts(on: date).map { count in
      self(
        "\(count.group): \(count.done) of \(count.items) done, \(count.linked) with a link.",
        "\(count.group): đã làm \(count.done)/\(count.items), \(count.linked) có đường dẫn.")
    }
  }
}
