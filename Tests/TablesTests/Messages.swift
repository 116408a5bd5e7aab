import Tables

/// Returns the sentence of the error a call ends with, or nothing where it succeeds.
func message<Result>(_ body: () throws -> Result) -> String? {
  do {
    _ = try body()
    return nil
  } catch {
    return "\(error)"
  }
}

/// Returns a table read from CSV text.
func table(csv text: String, file: String = "data.csv") throws -> Table {
  try CSVReader().table(bytes: Array(text.utf8), file: file)
}
