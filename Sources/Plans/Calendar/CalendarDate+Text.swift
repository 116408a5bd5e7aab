public import Tables

extension CalendarDate {
  /// Reads a day: 2019-06-01, or 1/6/2019 as it is written in Vietnam; nil for anything else.
  public init?(_ text: String) {
    let text = text.withoutOuterSpaces
    if let parts = Self.numbers(in: text, separator: "-", count: 3) {
      self.init(year: parts[0], month: parts[1], day: parts[2])
    } else if let parts = Self.numbers(in: text, separator: "/", count: 3) {
      self.init(year: parts[2], month: parts[1], day: parts[0])
    } else {
      return nil
    }
  }

  /// The days of a period: 2019, 2019-H1, 2019-Q3, 2019-06 or 6/2019; a day is a period of its own.
  ///
  /// - Returns: nil for anything else.
  public static func period(_ period: String) -> ClosedRange<CalendarDate>? {
    let text = period.withoutOuterSpaces.uppercased()
    if let day = CalendarDate(text) { return day...day }
    if let year = numbers(in: text, separator: "-", count: 1)?[0] {
      return months(1...12, of: year)
    }
    if let parts = numbers(in: text, separator: "/", count: 2) {
      return months(parts[0]...parts[0], of: parts[1])
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = number(parts[0]),
      let count = number(parts[1].first?.isLetter == true ? parts[1].dropFirst() : parts[1])
    else { return nil }
    switch parts[1].first {
    case "Q": return months(3 * count - 2...3 * count, of: year)
    case "H": return months(6 * count - 5...6 * count, of: year)
    default: return parts[1].first?.isLetter == true ? nil : months(count...count, of: year)
    }
  }

  /// Reads a cell: a text as above, or the number that spreadsheets store for a day.
  ///
  /// A workbook counts days from 1 January 1900 as 1, and has a day too many since that year's February; a
  /// number up to 2200 is a year.
  ///
  /// - Returns: nil where the cell tells no day.
  public static func period(_ cell: Cell) -> ClosedRange<CalendarDate>? {
    guard let number = cell.number, let whole = Int(exactly: number), !years.contains(whole) else {
      return period(cell.description)
    }
    return whole > 60 ? CalendarDate(number: whole - 2).map { $0...$0 } : nil
  }

  private static func months(_ months: ClosedRange<Int>, of year: Int) -> ClosedRange<
    CalendarDate
  >? {
    guard let first = CalendarDate(year: year, month: months.lowerBound, day: 1),
      (1...12).contains(months.upperBound)
    else { return nil }
    return first...CalendarDate(lastDayOf: months.upperBound, of: year)
  }

  /// The whole numbers of a text, if there are so many and nothing else.
  private static func numbers(in text: String, separator: Character, count: Int) -> [Int]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    let numbers = parts.compactMap(number)
    return parts.count == count && numbers.count == count ? numbers : nil
  }

  /// A number of up to four digits; no sign.
  private static func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(text)
  }
}
