public import Tables

/// What was told of the size of each year's survey.
public struct SurveySizes: Sendable {
  /// Whom a number counts.
  public enum Group: String, Sendable, Hashable, CaseIterable {
    /// Domestic firms, those that the index is made of.
    case domestic
    /// Foreign firms in Vietnam.
    case foreign
    /// All, or nothing said of it.
    case total
  }

  /// How a number is told.
  public enum Qualifier: String, Sendable, Hashable, CaseIterable {
    /// As it is.
    case exact
    /// More or less.
    case about
    /// Somewhat fewer.
    case nearly
    /// At least.
    case over
  }

  /// One number that was told.
  public struct Size: Sendable, Hashable {
    /// The year of the index.
    public let year: Int
    /// Whom it counts.
    public let group: Group
    /// The firms.
    public let firms: Int
    /// How it is told.
    public let qualifier: Qualifier
  }

  /// The numbers of single years, in the order of the table.
  public let sizes: [Size]

  /// Reads a table with the columns year, group, firms and qualifier; rows without a year are passed over.
  ///
  /// - Throws: `TableError` or `PanelError`, naming the place.
  public init(reading table: Table) throws {
    sizes = try Records(table, required: ["year", "group", "firms", "qualifier"]).compactMap {
      record in
      guard let year = try record.optionalInteger("year") else { return nil }
      return Size(
        year: year, group: try record.choice("group"), firms: try record.integer("firms"),
        qualifier: try record.choice("qualifier"))
    }
  }

  /// The firms whose answers the index of a year is made of: the domestic ones, or all where no more is
  /// told.
  public func size(of year: Int) -> Size? {
    let told = sizes.filter { $0.year == year }
    return told.first { $0.group == .domestic } ?? told.first { $0.group == .total }
  }
}
