/// Texts in a record that may be split over its continuations anywhere.
struct TextRecord {
  /// A text with a number of formats and of bytes of pronunciation.
  struct Text {
    var text: String
    var isWide: Bool
    var runs: Int?
    var phonetic: Int?

    init(_ text: String, isWide: Bool? = nil, runs: Int? = nil, phonetic: Int? = nil) {
      self.text = text
      self.isWide = isWide ?? text.utf16.contains { $0 > 0xFF }
      self.runs = runs
      self.phonetic = phonetic
    }
  }

  /// What may not be split further.
  private enum Piece {
    case byte(UInt8)
    /// The first of a text says how wide the text begins, all whether the rest is narrow enough.
    case character(UInt16, isFirst: Bool, isWide: Bool, fitsNarrow: Bool)
  }

  private let type: UInt16
  private var pieces: [Piece] = []

  /// Begins a record of some type with bytes before its texts.
  init(type: UInt16, _ first: [UInt8], _ texts: [Text]) {
    self.type = type
    pieces = first.map(Piece.byte)
    for text in texts { add(text) }
  }

  /// Begins the record of the shared strings.
  init(_ texts: [Text]) {
    let count = littleEndian(UInt32(texts.count))
    self.init(type: 0x00FC, littleEndian(UInt32(99)) + count, texts)
  }

  /// In how many places the record can be split.
  var pieceCount: Int { pieces.count }

  private mutating func add(_ text: Text) {
    let units = Array(text.text.utf16)
    var header = littleEndian(UInt16(units.count))
    header.append(
      (text.isWide ? 1 : 0) | (text.phonetic == nil ? 0 : 4) | (text.runs == nil ? 0 : 8))
    if let runs = text.runs { header += littleEndian(UInt16(runs)) }
    if let phonetic = text.phonetic { header += littleEndian(UInt32(phonetic)) }
    pieces += header.map(Piece.byte)
    for (index, unit) in units.enumerated() {
      pieces.append(
        .character(
          unit, isFirst: index == 0, isWide: text.isWide,
          fitsNarrow: units[index...].allSatisfy { $0 <= 0xFF }))
    }
    // Bytes that would be noticed as characters.
    let trailing = 4 * (text.runs ?? 0) + (text.phonetic ?? 0)
    pieces += (0..<trailing).map { Piece.byte(UInt8(truncatingIfNeeded: 0x41 + $0)) }
  }

  /// Returns the record and its continuations, which begin at the pieces named.
  ///
  /// When switching, each continuation within a text changes the width of characters.
  func records(splits: Set<Int> = [], isSwitching: Bool = false) -> [UInt8] {
    var records: [UInt8] = []
    var type = type
    var content: [UInt8] = []
    var isWide = false
    for (index, piece) in pieces.enumerated() {
      let isSplit = splits.contains(index)
      if isSplit {
        records += BIFF.record(type, content)
        type = 0x003C
        content = []
      }
      switch piece {
      case .byte(let byte):
        content.append(byte)
      case .character(let unit, let isFirst, let beginsWide, let fitsNarrow):
        if isFirst { isWide = beginsWide }
        if isSplit {
          if isSwitching { isWide = !isWide || !fitsNarrow }
          content.append(isWide ? 1 : 0)
        }
        content += isWide ? littleEndian(unit) : [UInt8(unit)]
      }
    }
    return records + BIFF.record(type, content)
  }
}
