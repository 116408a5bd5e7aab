import Foundation
import Testing

@testable import Reports

@Suite struct StylesheetTests {
  @Test func itIsSmall() {
    #expect(Stylesheet.code.text.utf8.count < 12_000)
  }

  @Test func everyFormThatChartsAndPagesUseHasItsRule() throws {
    let page = Element("div") { SampleCharts.all(5).map(\.figure) }
    let used = Set(
      page.descendants.compactMap { $0.attributes["class"] }
        .flatMap { $0.split(separator: " ").map(String.init) })
    let withoutRule: Set = ["chart", "mark", "empty"]
    for name in used.subtracting(withoutRule).sorted() {
      // Not the beginning of a longer name.
      let rule = try Regex("\\.\(name)(?![-\\w])")
      #expect(Stylesheet.code.text.contains(rule), "\(name)")
    }
  }

  @Test func coloursStandOutFromTheirGround() throws {
    let ground = try #require(Palette.roles.first { $0.name == "ground" })
    let surface = try #require(Palette.roles.first { $0.name == "surface" })
    for role in Palette.roles {
      for under in [ground, surface] {
        #expect(contrast(role.light, under.light) >= role.contrast, "\(role.name)")
        #expect(contrast(role.dark, under.dark) >= role.contrast, "\(role.name) on dark")
      }
    }
    for (index, code) in Palette.classes.enumerated() {
      #expect(contrast(code, index < Palette.classesForBlack ? 0 : 0xFFFFFF) >= 4.5)
    }
  }

  /// The ratio of WCAG 2.2; black on white is 21.
  private func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    func luminance(_ code: UInt32) -> Double {
      let parts = [16, 8, 0].map { shift -> Double in
        let share = Double(code >> UInt32(shift) & 255) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (high, low) = (
      max(luminance(one), luminance(other)), min(luminance(one), luminance(other))
    )
    return (high + 0.05) / (low + 0.05)
  }

  @Test func theMeasureOfContrastIsThatOfTheStandard() {
    // 1e-12: two powers and a division in doubles.
    #expect(abs(contrast(0, 0xFFFFFF) - 21) < 1e-12)
    // #767676 is the lightest grey that text on white may have.
    #expect(contrast(0x767676, 0xFFFFFF) >= 4.5 && contrast(0x777777, 0xFFFFFF) < 4.5)
  }
}
