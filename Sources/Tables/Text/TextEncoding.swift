/// How the characters of a text file are stored as bytes.
public enum TextEncoding: String, Sendable, CaseIterable, CustomStringConvertible {
  /// One to four bytes a character.
  case utf8 = "UTF-8"
  /// Two or four bytes a character, the low byte first.
  case utf16LittleEndian = "UTF-16 LE"
  /// Two or four bytes a character, the high byte first.
  case utf16BigEndian = "UTF-16 BE"
  /// The code page of Windows for Western Europe: one byte a character.
  case windows1252 = "Windows-1252"
  /// The Vietnamese code page of Windows: one byte a letter and one a tone mark.
  case windows1258 = "Windows-1258"

  /// The encoding's name.
  public var description: String { rawValue }
}
