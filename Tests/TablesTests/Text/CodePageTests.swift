import Foundation
import TestSupport
import Testing

@testable import Tables

@Suite struct CodePageTests {
  /// The characters of the bytes above ASCII in one of Python's codecs.
  private static func characters(_ codec: String) throws -> [UInt8: Unicode.Scalar?] {
    let table = try CSVReader().table(contentsOf: referenceFile("code_pages.csv"))
    var characters: [UInt8: Unicode.Scalar?] = [:]
    for record in try Records(table, required: ["byte", codec]) {
      let byte = try #require(UInt8(record.text("byte"), radix: 16))
      let code = record.optionalText(codec).flatMap { UInt32($0, radix: 16) }
      characters.updateValue(code.flatMap(Unicode.Scalar.init), forKey: byte)
    }
    return characters
  }

  @Test func everyByteHasItsCharacter() throws {
    let (western, vietnamese) = try (Self.characters("cp1252"), Self.characters("cp1258"))
    #expect(western.count == 128)
    for byte in UInt8(0x80)...0xFF {
      #expect(Windows1252.scalar(byte) == western[byte])
      #expect(Windows1258.scalar(byte) == vietnamese[byte])
    }
    for byte in UInt8(0)..<0x80 {
      #expect(Windows1252.scalar(byte) == Unicode.Scalar(byte))
      #expect(Windows1258.scalar(byte) == Unicode.Scalar(byte))
    }
  }

  @Test func westernTextIsReadWhereTold() throws {
    let bytes: [UInt8] = [0x80, 0xE3, 0x0A, 0xEC]
    let table = try CSVReader(encoding: .windows1252).table(bytes: bytes, file: "x")
    #expect(table.rows == [[.text("€ã")], [.text("ì")]])
  }

  /// Foundation's composition is the reference.
  @Test func everyByteWithAMarkIsInNormalFormC() throws {
    for first in UInt8.min...0xFF {
      for second: UInt8 in [0x41, 0x80, 0xCC, 0xD2, 0xDE, 0xEC, 0xF2] {
        try expectComposed([first, second])
      }
    }
  }

  @Test(arguments: 0..<4)
  func heapsOfMarksAreInNormalFormC(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let marks: [UInt8] = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2]
    for _ in 0..<1_000 {
      let bytes = (0..<6).map { _ in
        Bool.random(using: &generator)
          ? marks.randomElement(using: &generator) ?? 0
          : UInt8.random(in: 0x41...0xFF, using: &generator)
      }
      try expectComposed(bytes)
    }
  }

  private func expectComposed(_ bytes: [UInt8]) throws {
    var stored = String.UnicodeScalarView()
    for byte in bytes {
      guard let scalar = Windows1258.scalar(byte) else {
        #expect(throws: TableError.undecodable(file: "x", line: 1, encoding: .windows1258)) {
          try Windows1258.utf8(bytes.filter { $0 >= 0x20 }, file: "x")
        }
        return
      }
      stored.append(scalar)
    }
    let text = String(decoding: try Windows1258.utf8(bytes, file: "x"), as: UTF8.self)
    let composed = String(stored).precomposedStringWithCanonicalMapping
    if Array(text.utf8) != Array(composed.utf8) {
      Issue.record("\(bytes): \(text.unicodeScalars.map(\.value)), not \(composed)")
    }
  }

  @Test func aFewVietnameseLettersAmongSignsSuffice() throws {
    let bytes = Array("a;b\n".utf8) + [0x96, 0x3B, 0x96, 0x0A, 0x48, 0x75, 0xEA, 0xEC, 0x0A]
    let table = try CSVReader().table(bytes: bytes, file: "x")
    #expect(table.rows.last == [.text("Huế")])
    #expect(table.rows[1] == [.text("–"), .text("–")])
    #expect(table.notes.texts == ["read as Windows-1258"])
  }
}
