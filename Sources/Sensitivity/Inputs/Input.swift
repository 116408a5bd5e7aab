/// One input of a model: its name and how it is spread.
public struct Input: Sendable, Hashable {
  /// The name.
  public let name: String
  /// How its values are spread.
  public let law: InputLaw

  /// Names an input.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - law: how its values are spread.
  public init(_ name: String, _ law: InputLaw) {
    self.name = name
    self.law = law
  }
}
