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
    }
  }

  /// Whether an indicator belongs to the selection.
  func contains(_ indicator: Indicator) -> Bool {
    switch self {
    case .subindex(let name): indicator.subindex == name
    case .scores: [.subindex, .total, .rank].contains(indicator.kind)
    case .all: true
    }
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
