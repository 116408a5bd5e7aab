internal import Tables

extension Phrase {
  /// All of some names: "unit and year".
  static func every(_ names: [String]) -> Phrase {
    names.dropFirst().reduce(Phrase(verbatim: names.first ?? "")) { Phrase("\($0) and \($1)") }
  }

  /// One or another of some names: "unit or year".
  static func any(_ names: [String]) -> Phrase {
    names.dropFirst().reduce(Phrase(verbatim: names.first ?? "")) { Phrase("\($0) or \($1)") }
  }
}
