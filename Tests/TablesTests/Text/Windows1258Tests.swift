import Foundation
import TestSupport
import Testing

@testable import Tables

@Suite struct Windows1258Tests {
  /// The characters of the bytes above ASCII in Python's codec.
  private static func characters() throws -> [UInt8: Unicode.Scalar?] {
    let table = try CSVReader().table(contentsOf: referenceFile("cp1258.csv"))
    var characters: [UInt8: Unicode.Scalar?] = [:]
    for record in try Records(table, required: ["byte", "character"]) {
      let byte = try #require(UInt8(record.text("byte"), radix: 16))
      let code = record.optionalText("character").flatMap { UInt32($0, radix: 16) }
      characters.updateValue(code.flatMap(Unicode.Scalar.init), forKey: byte)
    }
    return characters
  }

  @Test func everyByteHasItsCharacter() throws {
    let characters = try Self.characters()
    #expect(characters.count == 128)
    for byte in UInt8(0x80)...0xFF { #expect(Windows1258.scalar(byte) == characters[byte]) }
    for byte in UInt8(0)..<0x80 { #expect(Windows1258.scalar(byte) == Unicode.Scalar(byte)) }
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
    #expect(table.notes == ["read as Windows-1258"])
  }
}
