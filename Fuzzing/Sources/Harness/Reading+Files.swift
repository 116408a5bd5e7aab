import Glibc
import Regression
import Storage
import Tables

extension Reading {
  /// Reads a plain file column by column; every cell must be as in the whole table.
  static func plainTable(_ bytes: [UInt8]) {
    withFile(bytes) { path in
      expectError {
        guard
          let plain = try PlainSource(contentsOf: path, labels: ["a"], numbers: ["a", "b"])
            ?? PlainSource(contentsOf: path, labels: ["a"], numbers: ["b"], threads: 1)
        else { return }
        let table = try TableSource(
          CSVReader(separator: ",", encoding: .utf8).table(bytes: bytes, file: path))
        demand(plain.columnNames == table.columnNames && plain.rowCount == table.rowCount)
        demand(plain.labels(of: "a") == table.labels(of: "a"))
        let (own, others) = (plain.numbers(of: "b"), try table.numbers(of: "b"))
        demand(zip(own, others).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })
      }
    }
  }

  /// Reads a file of Stata or SPSS, with labels and without.
  static func statistical(_ bytes: [UInt8]) {
    for usesLabels in [false, true] {
      expectError {
        let table = try StatisticalReader(usingLabels: usesLabels)
          .table(bytes: bytes, file: "fuzz")
        try use(table)
      }
    }
  }

  /// Opens a file as a store and reads all that it has.
  static func store(_ bytes: [UInt8]) {
    withFile(bytes) { path in
      expectError {
        let store = try PanelStore(path: path)
        expectError { _ = try store.figures() }
        expectError { _ = try store.files() }
        expectError { _ = try store.remarks() }
        expectError { _ = try store.supersededFigures() }
      }
    }
  }

  /// Lends the path of a file in a folder of memory.
  static func withFile(_ bytes: [UInt8], _ body: (String) throws -> Void) rethrows {
    let path = "/dev/shm/minhbach-fuzz-\(getpid())"
    do {
      try WholeFile.write(bytes, to: path)
    } catch {
      fatalError("\(error)")
    }
    defer { for ending in ["", "-wal", "-shm", "-journal"] { _ = unsafe unlink(path + ending) } }
    try body(path)
  }
}
