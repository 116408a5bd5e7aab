import TestSupport

/// Returns the path of a reference file of these tests.
func referenceFile(_ name: String) -> String { reference(name) }
