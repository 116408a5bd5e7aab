import Foundation
import Reports
import Tables
import TestSupport
import Testing

@Suite struct TextTableTests {
  private let table = Table(
    title: "Điểm số và thứ hạng", columns: ["Tỉnh", "Điểm", "Hạng", "Thay đổi"],
    rows: [
      [.text("Đắk Nông"), .number(5.94), .number(53), .text("−3 hạng")],
      [.text("Thừa Thiên Huế"), .number(6.5), .number(7), .text("+12 hạng")],
      [.text("Kon Tum".decomposedStringWithCanonicalMapping), .empty, .empty, .text("")],
      [
        .text("Quảng Ngãi".decomposedStringWithCanonicalMapping), .number(10), .number(1),
        .text("giữ"),
      ],
    ],
    notes: [
      Phrase(
        """
        Hạng theo điểm chưa làm tròn; hai tỉnh bằng điểm nhau thì cùng một hạng, và hạng đó là hạng \
        tốt hơn trong các hạng mà hai tỉnh ấy có thể nhận.
        """), Phrase("Ngắn."),
    ])

  @Test func aTerminalObeysNothingThatAFileHolds() {
    let hostile = "a\u{1B}[31mRED\u{1B}]0;t\u{7}\u{9B}2Jd\ne\tf"
    let text = TextTable(
      Table(
        title: hostile, columns: ["x", hostile], rows: [[.text(hostile), .number(1)]],
        notes: [Phrase(verbatim: hostile)])
    ).text
    let controls = text.unicodeScalars.filter {
      $0.value < 0x20 || (0x7F..<0xA0).contains($0.value)
    }
    #expect(controls.allSatisfy { $0 == "\n" })
    #expect(text.contains("a�[31mRED�]0;t��2Jd e f"))
    #expect(text.split(separator: "\n").count == 5)
  }

  @Test func aVietnameseTableIsSetInColumns() throws {
    let text = TextTable(table, width: 60).text
    #expect(text == (try snapshot("table.txt", of: text)))
  }

  @Test func composedAndDecomposedNamesAreAlignedAlike() {
    func text(_ form: (String) -> String) -> String {
      TextTable(
        Table(
          title: nil, columns: [form("Tỉnh"), form("Điểm")],
          rows: ["Đắk Nông", "Thừa Thiên Huế", "Hà Nội"].map { [.text(form($0)), .number(6)] })
      ).text
    }
    let composed = text(\.precomposedStringWithCanonicalMapping)
    let decomposed = text(\.decomposedStringWithCanonicalMapping)
    #expect(composed.utf8.count < decomposed.utf8.count)
    #expect(composed.split(separator: "\n").map(\.count) == [20, 20, 20, 20, 20])
    #expect(decomposed.split(separator: "\n").map(\.count) == [20, 20, 20, 20, 20])
    #expect(decomposed.precomposedStringWithCanonicalMapping == composed)
  }

  @Test func notesAreWrappedBetweenWordsWithinTheWidth() {
    let words = (1...40).map { "từ\($0)" }
    for width in [12, 30, 79] {
      let text = TextTable(
        Table(
          title: nil, columns: ["x"], rows: [],
          notes: [Phrase(verbatim: words.joined(separator: " "))]),
        width: width
      ).text
      let lines = text.split(separator: "\n").dropFirst(2)
      #expect(lines.allSatisfy { $0.count <= width })
      #expect(lines.first?.hasPrefix("- từ1") == true)
      #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  từ") })
      #expect(lines.flatMap { $0.dropFirst(2).split(separator: " ") }.map(String.init) == words)
    }
  }

  @Test func aWordLongerThanTheWidthStaysWhole() {
    let long = String(repeating: "x", count: 30)
    let text = TextTable(
      Table(title: nil, columns: ["a"], rows: [], notes: [Phrase(verbatim: "see \(long) there")]),
      width: 10
    ).text
    #expect(text == "a\n─\n\n- see\n  \(long)\n  there\n")
  }

  @Test func columnsOfNumbersStandRightAndOthersLeft() {
    let text = TextTable(
      Table(
        title: nil, columns: ["name", "n", "mixed"],
        rows: [
          [.text("a"), .number(5), .text("x")], [.text("b"), .number(12.5), .number(3)],
          [.text("c"), .empty, .number(-4)],
        ])
    ).text
    #expect(
      text == """
        name     n  mixed
        ────  ────  ─────
        a        5  x
        b     12.5  3
        c        –  -4

        """)
  }

  @Test func aTableWithoutRowsHasItsHeaderOnly() {
    let table = Table(title: "Trống", columns: ["a", "bc"], rows: [])
    #expect(TextTable(table).text == "Trống\n\na  bc\n─  ──\n")
  }

  @Test func shortRowsOfAFileAreFilledUp() {
    let table = Table(file: "x.csv", rows: [[.text("a"), .text("b")], [.text("1")], []])
    #expect(TextTable(table).text == "a  b\n─  ─\n1\n\n")
  }

  @Test func wideLettersPushNothingOutOfItsColumn() {
    let text = TextTable(
      Table(
        title: nil, columns: ["a", "b"],
        rows: [[.text("中国"), .number(1)], [.text("Huế"), .number(10)]])
    ).text
    #expect(text == "a      b\n────  ──\n中国   1\nHuế   10\n")
  }

  @Test func aTerminalGetsABoldHeaderAndDimNotesAndNothingElse() {
    let table = Table(
      title: "t", columns: ["a"], rows: [[.number(1)]], notes: [Phrase(verbatim: "n")])
    let text = TextTable(table, style: .terminal).text
    #expect(
      text
        == "\u{1B}[1mt\u{1B}[22m\n\n\u{1B}[1ma\u{1B}[22m\n─\n1\n\n\u{1B}[2m- n\u{1B}[22m\n")
    let plain = text.replacing(#/\u{1B}\[\d+m/#, with: "")
    #expect(plain == TextTable(table).text)
  }
}
