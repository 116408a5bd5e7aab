/// What a shell offers for a value.
public enum CompletionKind: Sendable, Hashable {
  /// The values the type allows, or files when it does not list them.
  case `default`
  /// Folders only.
  case directory
  /// These words; an empty list offers nothing.
  case list([String])
}
