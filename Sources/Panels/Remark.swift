/// What is worth knowing of a file, a figure, or a whole panel.
public struct Remark: Sendable, Hashable, CustomStringConvertible {
  /// How much a remark matters.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Something is wrong, and figures that rest on it are too.
    case error
    /// Something is odd, and should be looked at before figures that rest on it are used.
    case warning
    /// A fault of the published file was put right.
    case correction
    /// Worth knowing; nothing to do.
    case note

    public static func < (a: Severity, b: Severity) -> Bool { a.order < b.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// How much it matters.
  public let severity: Severity
  /// The year it is about, if one.
  public let year: Int?
  /// The key of the province it is about, if one.
  public let province: String?
  /// The code of the indicator it is about, if one.
  public let indicator: String?
  /// The file, sheet and cell; empty where none is meant.
  public let place: String
  /// What is the case and, where it helps, what to do.
  public let message: String

  /// Makes a remark.
  public init(
    _ severity: Severity, year: Int? = nil, province: String? = nil, indicator: String? = nil,
    place: String = "", _ message: String
  ) {
    self.severity = severity
    self.year = year
    self.province = province
    self.indicator = indicator
    self.place = place
    self.message = message
  }

  /// The same remark, about one indicator.
  func about(_ indicator: Indicator) -> Self {
    Self(
      severity, year: year, province: province, indicator: indicator.code, place: place, message)
  }

  public var description: String { place.isEmpty ? message : "\(place): \(message)" }
}
