/// A value an attribute can have.
public protocol AttributeValue {
  /// The value as text, not yet escaped; nothing where the attribute is left out.
  var attributeText: String? { get }
}

extension String: AttributeValue {
  /// The text itself.
  public var attributeText: String? { self }
}

extension Int: AttributeValue {
  /// The decimal digits.
  public var attributeText: String? { "\(self)" }
}

extension Bool: AttributeValue {
  /// An empty text where true; where false the attribute is left out.
  public var attributeText: String? { self ? "" : nil }
}

extension Double: AttributeValue {
  /// A coordinate: at most two decimals, so that a drawing is small and the same everywhere.
  ///
  /// - Precondition: The number is finite and below 1e12 in size.
  public var attributeText: String? {
    precondition(isFinite && abs(self) < 1e12, "\(self) is no coordinate of a drawing")
    let hundredths = Int((self * 100).rounded(.toNearestOrAwayFromZero))
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let decimals =
      rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    return (hundredths < 0 ? "-" : "") + "\(whole)" + decimals
  }
}

extension Optional: AttributeValue where Wrapped: AttributeValue {
  /// The value, if there is one.
  public var attributeText: String? { self?.attributeText }
}
