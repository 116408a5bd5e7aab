public import ArgumentParsing
public import Panels

/// The provinces that figures are about, by how many there are.
enum ProvinceUnits: String, ExpressibleByArgument, CaseIterable {
  /// The provinces of 2009–2024.
  case former = "63"
  /// The units of 2025, with history merged onto them.
  case merged = "34"
}

extension Merger.Weighting: ExpressibleByArgument {
  public init?(argument: String) {
    switch argument {
    case "surveyed": self = .surveyed
    case "equal": self = .equal
    default:
      guard let year = Int(argument) else { return nil }
      self = .firms(ofYear: year)
    }
  }

  public var defaultValueDescription: String {
    switch self {
    case .surveyed: "surveyed"
    case .equal: "equal"
    case .firms(let year): "\(year)"
    }
  }
}
