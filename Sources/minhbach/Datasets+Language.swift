import MinhBachKit
import Tables

extension Datasets {
  /// The phrases of a language.
  ///
  /// - Parameter language: the language; English has no file.
  /// - Returns: its words.
  /// - Throws: what is wrong with the catalogue.
  func words(_ language: Language) throws -> Words {
    switch language {
    case .en: .english
    case .vi:
      Words(
        language: .vi, catalogue: try Catalogue(reading: table("language/vi.csv"), mark: .comma))
    }
  }
}
