/// Ends the program where something does not hold, and says what; a precondition of optimised code says nothing.
func demand(
  _ holds: Bool, _ message: @autoclosure () -> String = "a demand does not hold",
  file: StaticString = #file, line: UInt = #line
) {
  if !holds { fatalError(message(), file: file, line: line) }
}
