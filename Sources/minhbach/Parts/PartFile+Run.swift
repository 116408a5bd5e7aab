import ArgumentParsing

extension PartFile {
  /// Parts in the order of their replicates, once it is certain that they are one run.
  ///
  /// - Parameter parts: in any order.
  /// - Returns: the same, each beginning where the one before it ends.
  /// - Throws: `PartError` for the first that does not belong, the same replicates twice, or some that are missing.
  static func run(_ parts: [PartFile]) throws -> [PartFile] {
    let own = MinhBach.configuration.version
    for part in parts where part.header.version != own {
      throw PartError.otherVersion(part.path, version: part.header.version, own: own)
    }
    let parts = parts.sorted {
      ($0.header.first, $0.header.end, $0.path) < ($1.header.first, $1.header.end, $1.path)
    }
    guard let first = parts.first else { return [] }
    for part in parts { try first.check(beside: part) }
    var end = 0
    var before: PartFile?
    for part in parts {
      let range = part.header.range
      if let before, range.lowerBound < end {
        throw PartError.overlap(
          before.path, part.path, range.lowerBound..<min(end, range.upperBound))
      }
      guard range.lowerBound == end else {
        throw PartError.gap(
          end..<range.lowerBound, before: before?.path, after: part.path, draws: part.header.draws)
      }
      end = range.upperBound
      before = part
    }
    guard end == first.header.draws else {
      throw PartError.gap(
        end..<first.header.draws, before: before?.path, after: nil, draws: first.header.draws)
    }
    return parts
  }

  /// Checks that another part is of the same run.
  private func check(beside other: PartFile) throws {
    func compare(_ what: String, _ own: some Equatable, _ others: some Equatable) throws {
      guard "\(own)" == "\(others)" else {
        throw PartError.differ(path, other.path, what: what, "\(own)", "\(others)")
      }
    }
    let (own, others) = (header, other.header)
    try compare("seed", own.seed, others.seed)
    try compare("number of draws", own.draws, others.draws)
    try compare(
      "command", own.arguments.joined(separator: " "), others.arguments.joined(separator: " "))
    try compare("data (SHA-256)", own.figures, others.figures)
  }
}
