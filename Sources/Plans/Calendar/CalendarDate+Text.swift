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

  /// The last day of a period: 2019, 2019-H1, 2019-Q3, 2019-06 or 6/2019; a day is its own end.
  ///
  /// - Returns: nil for anything else.
  public static func end(of period: String) -> CalendarDate? {
    let text = period.withoutOuterSpaces.uppercased()
    if let day = CalendarDate(text) { return day }
    if let year = numbers(in: text, separator: "-", count: 1)?[0] {
      return years.contains(year) ? CalendarDate(lastDayOf: year) : nil
    }
    if let parts = numbers(in: text, separator: "/", count: 2) {
      return end(ofMonth: parts[0], of: parts[1])
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let year = number(parts[0]),
      let last = number(parts[1].first?.isLetter == true ? parts[1].dropFirst() : parts[1])
    else { return nil }
    switch parts[1].first {
    case "Q": return (1...4).contains(last) ? end(ofMonth: 3 * last, of: year) : nil
    case "H": return (1...2).contains(last) ? end(ofMonth: 6 * last, of: year) : nil
    default: return parts[1].first?.isLetter == true ? nil : end(ofMonth: last, of: year)
    }
  }

  /// Reads a cell: a text as above, or the number that spreadsheets store for a day.
  ///
  /// A workbook counts days from 1 January 1900 as 1, and has a day too many since that year's February; a
  /// number up to 2200 is a year.
  ///
  /// - Returns: nil where the cell tells no day.
  public static func end(of cell: Cell) -> CalendarDate? {
    guard let number = cell.number else { return end(of: cell.description) }
    guard let whole = Int(exactly: number), !years.contains(whole) else {
      return end(of: cell.description)
    }
    return whole > 60 ? CalendarDate(number: whole - 2) : nil
  }

  private static func end(ofMonth month: Int, of year: Int) -> CalendarDate? {
    years.contains(year) && (1...12).contains(month)
      ? CalendarDate(lastDayOf: month, of: year) : nil
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
