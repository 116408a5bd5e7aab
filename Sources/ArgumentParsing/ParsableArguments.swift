/// A group of options, flags and arguments that is read from command-line words.
///
/// Declare properties with ``Option``, ``Flag``, ``Argument`` and ``OptionGroup``. A property
/// without a wrapper is not read from the words; the types allowed are ``StandardStreams`` and ``GivenArguments``.
public protocol ParsableArguments: Decodable, SendableMetatype {
  /// Creates the declaration, whose wrapped properties cannot be read until words are parsed.
  init()

  /// Checks what one property alone cannot say.
  ///
  /// Called after every property has its value, first for the groups inside, then for the group
  /// itself.
  ///
  /// - Throws: ``ValidationError``, usually; any error counts as a wrong command line.
  mutating func validate() throws
}

extension ParsableArguments {
  public mutating func validate() throws {}
}
