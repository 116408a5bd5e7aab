import FoundationEssentials
package import Indices
import Panels

extension Datasets {
  /// The years for which a rule of an index is known, ascending.
  ///
  /// - Parameter subindex: a sub-index, or `pci` for the total.
  /// - Returns: none for a sub-index without rules.
  /// - Throws: `DatasetsError.badName` for a file that is not named after its year.
  package func ruleYears(of subindex: String) throws -> [Int] {
    if subindex == Codebook.wholeIndex { return try totalWeights().years }
    return try ruleFiles(of: subindex).map(\.year)
  }

  /// The rule of one year.
  ///
  /// - Throws: `IndexError.noRule` with the years there are.
  package func rule(of subindex: String, year: Int) throws -> ScoringRule {
    if subindex == Codebook.wholeIndex { return try totalWeights().rule(of: year) }
    let files = try ruleFiles(of: subindex)
    guard let file = files.first(where: { $0.year == year }) else {
      throw IndexError.noRule(year: year, known: files.map(\.year))
    }
    return try rule(file, of: subindex)
  }

  /// Every rule known, by year.
  package func rules(of subindex: String) throws -> [ScoringRule] {
    if subindex == Codebook.wholeIndex {
      let weights = try totalWeights()
      return try weights.years.map { try weights.rule(of: $0) }
    }
    return try ruleFiles(of: subindex).map { try rule($0, of: subindex) }
  }

  /// A file that holds a rule: `2017.csv`, or `2010.approximate.csv` for one that is fitted.
  private struct RuleFile {
    let name: String
    let year: Int
    let standing: ScoringRule.Standing
  }

  private func ruleFiles(of subindex: String) throws -> [RuleFile] {
    guard FileManager.default.fileExists(atPath: "\(folder)/\(subindex)/rules") else { return [] }
    return try files(in: "\(subindex)/rules").map { name in
      let words = name.split(separator: ".", omittingEmptySubsequences: false)
      let standing = words.count == 3 ? ScoringRule.Standing(rawValue: String(words[1])) : .exact
      guard let standing, words.count <= 3, let year = Int(words[0]) else {
        throw DatasetsError.badName(
          "\(subindex)/rules/\(name)", "its year, as 2017.csv or 2010.approximate.csv")
      }
      return RuleFile(name: name, year: year, standing: standing)
    }.sorted { ($0.year, $0.name) < ($1.year, $1.name) }
  }

  private func rule(_ file: RuleFile, of subindex: String) throws -> ScoringRule {
    try ScoringRule(
      year: file.year, subindex: subindex, standing: file.standing,
      reading: table("\(subindex)/rules/\(file.name)"))
  }
}
