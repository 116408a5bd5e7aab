import Glibc

/// Copies of texts for a C function that takes them within a structure or as a list.
@safe
package struct CStrings {
  private var texts: [UnsafeMutablePointer<CChar>?] = unsafe []
  private var lists: [UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>] = unsafe []

  /// Begins without copies.
  package init() {}

  /// A copy that lives until `free()`.
  @unsafe
  package mutating func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let copy = unsafe strdup(text)
    unsafe texts.append(copy)
    return unsafe copy
  }

  /// A list of copies that ends with nothing.
  @unsafe
  package mutating func copy(
    _ texts: [String]
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> {
    let list = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: texts.count + 1)
    for (index, text) in texts.enumerated() {
      unsafe (list + index).initialize(to: unsafe copy(text))
    }
    unsafe (list + texts.count).initialize(to: nil)
    unsafe lists.append(list)
    return unsafe list
  }

  /// Gives the copies back.
  package func free() {
    unsafe texts.forEach { text in unsafe Glibc.free(text) }
    unsafe lists.forEach { list in unsafe list.deallocate() }
  }
}
