public import Tables
import Panels

/// What a portal must publish, for agencies to tick.
public struct Checklist: Sendable, Hashable {
  /// One thing to be done.
  public struct Item: Sendable, Hashable {
    /// A short name, once in a list.
    public let code: String
    /// What it is part of.
    public let group: String
    /// What is to be done, in the words of the document.
    public let text: String
    /// Whether it is ticked.
    public let isDone: Bool
    /// When it was done, where that is told.
    public let date: CalendarDate?
    /// Where it can be seen.
    public let link: String?

    /// Whether it was done by a day; one without a date counts as done before.
    public func isDone(by day: CalendarDate) -> Bool { isDone && date.map { $0 <= day } ?? true }
  }

  /// How far a part of the list is.
  public struct Count: Sendable, Hashable {
    /// The group.
    public let group: String
    /// How many items it has.
    public let items: Int
    /// How many of them are done.
    public let done: Int
    /// How many of those have a link to see it by.
    public let linked: Int
  }

  /// The items, in the order of the file.
  public let items: [Item]

  /// The groups, in the order of the file.
  public var groups: [String] {
    var seen: Set<String> = []
    return items.map(\.group).filter { seen.insert($0).inserted }
  }

  /// How far each group is on a day, in the order of the file.
  public func counts(on day: CalendarDate) -> [Count] {
    groups.map { group in
      let own = items.filter { $0.group == group }
      let done = own.filter { $0.isDone(by: day) }
      return Count(
        group: group, items: own.count, done: done.count, linked: done.count { $0.link != nil })
    }
  }

  /// The words by which an item is ticked, in small letters.
  private static let yes: Set<String> = ["x", "✓", "✔", "1", "có", "rồi", "yes", "true", "đạt"]
  /// The words by which it is left open.
  private static let no: Set<String> = ["0", "-", "–", "không", "chưa", "no", "false"]

  /// Reads a list.
  ///
  /// Columns: code, group, item; done (x, có, yes or 1; blank, không, no or 0), date and link may be missing.
  ///
  /// - Throws: `TableError` or `PlanError`, naming the place: a code that stands twice, a word that is neither
  ///   yes nor no, or a date of something that is not done.
  public init(reading table: Table) throws {
    let records = try Records(vietnameseOrEnglish: table, required: ["code", "group", "item"])
    guard !records.isEmpty else {
      throw PlanError.empty(file: table.location(row: 1, column: 1).file, of: "item")
    }
    var seen = FirstRows()
    items = try records.map { record in
      let code = try record.text("code")
      try seen.note(code, as: code, at: record.location("code"))
      let isDone = try record.isTicked
      let date = try record.optionalText("date").map { text in
        guard let date = record.period("date")?.upperBound else {
          throw PlanError.badEntry(
            record.location("date"), found: text, expected: "a day such as 2019-06-01")
        }
        guard isDone else {
          throw PlanError.inconsistent(
            record.location("date"), "a date, but done is not ticked; write x under done")
        }
        return date
      }
      return Item(
        code: code, group: try record.text("group"), text: try record.text("item"),
        isDone: isDone, date: date, link: record.optionalText("link"))
    }
  }

  /// The list as a file to tick: code, group, item, done, date and link.
  public func table() -> Table {
    Table(
      title: "checklist", columns: ["code", "group", "item", "done", "date", "link"],
      rows: items.map { item in
        [
          .text(item.code), .text(item.group), .text(item.text), item.isDone ? .text("x") : .empty,
          item.date.map { .text("\($0)") } ?? .empty, item.link.map(Cell.text) ?? .empty,
        ]
      })
  }

  fileprivate static func isTicked(_ word: String) -> Bool? {
    yes.contains(word) ? true : no.contains(word) ? false : nil
  }
}

extension Record {
  /// Whether the column done is ticked.
  fileprivate var isTicked: Bool {
    get throws(PlanError) {
      guard let text = optionalText("done") else { return false }
      guard let isTicked = Checklist.isTicked(text.lowercased()) else {
        throw .badEntry(location("done"), found: text, expected: "x for done, or blank")
      }
      return isTicked
    }
  }
}
