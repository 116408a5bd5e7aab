import ArgumentParsing
import Panels

/// The part of the figures that a command is about.
enum Selection: ExpressibleByArgument, Sendable, Equatable {
  /// A sub-index with all that is published of it; `pci` stands for the whole index.
  case subindex(String)
  /// The scores of the sub-indices, the total and the rank.
  case scores
  /// Everything.
  case all
  /// Some sub-indices, and the scores of all: what a command finds that it needs.
  case several(Set<String>)

  init?(argument: String) {
    switch argument {
    case "": return nil
    case "scores": self = .scores
    case "all": self = .all
    default: self = .subindex(argument)
    }
  }

  var defaultValueDescription: String {
    switch self {
    case .subindex(let name): name
    case .scores: "scores"
    case .all: "all"
    case .several(let names): names.sorted().joined(separator: ",")
    }
  }

  /// Whether an indicator belongs to the selection.
  func contains(_ indicator: Indicator) -> Bool {
    switch self {
    case .subindex(let name): indicator.subindex == name
    case .several(let names): names.contains(indicator.subindex) || Self.isScore(indicator)
    case .scores: Self.isScore(indicator)
    case .all: true
    }
  }

  /// Whether an indicator is the score of a sub-index, the total or the rank.
  static func isScore(_ indicator: Indicator) -> Bool {
    [.subindex, .total, .rank].contains(indicator.kind)
  }

  /// Checks that there is such a part.
  ///
  /// - Throws: `ValidationError` with the parts there are.
  func check(in codebook: Codebook) throws {
    guard case .subindex(let name) = self, !codebook.subindices.contains(name) else { return }
    // Named where one sub-index is asked for; where they go they are cases of their own.
    if Self(argument: name) != self {
      throw ValidationError(
        "--subindex is one sub-index here, or 'pci' for the total of the index, not '\(name)'.")
    }
    throw ValidationError(
      "There is no sub-index \"\(name)\"; there are \(codebook.subindices.joined(separator: ", ")); "
        + "'scores' and 'all' go too.")
  }
}
