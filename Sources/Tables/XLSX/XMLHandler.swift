/// What is told of the elements of one XML part, in document order.
///
/// A class, because the parser's callbacks reach it through a pointer.
protocol XMLHandler: AnyObject {
  /// The outermost element the part must have.
  var root: String { get }
  /// Whether character data is to be added to `text` at the moment.
  var isCollecting: Bool { get }
  /// The character data collected, as UTF-8.
  var text: [UInt8] { get set }

  /// An element opens; its name comes without a prefix.
  func open(_ name: String, _ attributes: borrowing XMLAttributes) throws(XMLFault)
  /// An element closes.
  func close(_ name: String) throws(XMLFault)
}

/// Why a handler gives up.
enum XMLFault: Error {
  /// The part is not what it should be; the parser adds the place.
  case malformed(String)
  /// A fault that knows its place.
  case other(TableError)
}

/// The attributes of an element while it opens.
@safe
struct XMLAttributes: ~Copyable {
  private let names: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// Wraps expat's list, which ends with a null and is valid during the callback only.
  @unsafe
  init(_ names: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
    unsafe self.names = unsafe names
  }

  /// The value of the attribute of exactly that name.
  subscript(name: String) -> String? {
    unsafe value { unsafe String(cString: $0) == name }
  }

  /// The value of the attribute of that name under whatever prefix.
  func value(anyPrefix name: String) -> String? {
    unsafe value { unsafe localName($0) == name }
  }

  @unsafe
  private func value(where matches: (UnsafePointer<CChar>) -> Bool) -> String? {
    var index = 0
    while let name = unsafe names[index] {
      if unsafe matches(name) {
        return unsafe names[index + 1].map { unsafe String(cString: $0) }
      }
      index += 2
    }
    return nil
  }
}

/// Returns a name without its prefix.
@unsafe
func localName(_ name: UnsafePointer<CChar>) -> String {
  var start = unsafe name
  var end = unsafe name
  while unsafe end.pointee != 0 {
    if unsafe end.pointee == CChar(UInt8(ascii: ":")) { unsafe start = unsafe end + 1 }
    unsafe end += 1
  }
  return unsafe String(cString: start)
}
