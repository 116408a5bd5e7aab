import Foundation
import Reports
import Testing

@Suite struct ElementTests {
  @Test func textOfDataNeverBecomesMarkup() {
    let hostile = "<script>alert('&')</script> \"]]>"
    let element = Element("p", ["title": hostile]) { hostile }
    #expect(
      element.markup == """
        <p title="&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt; &quot;]]&gt;">\
        &lt;script&gt;alert('&amp;')&lt;/script&gt; "]]&gt;</p>

        """)
  }

  /// XML 1.0 §2.2 and HTML's rules of parsing both refuse these.
  @Test func charactersThatMayNotStandAreDropped() throws {
    let codes: [UInt32] = [0, 8, 0xB, 0x1B, 0x1F, 0x7F, 0x85, 0xFDD0, 0xFFFE, 0xFFFF, 0x1_FFFE]
    for code in codes {
      let scalar = try #require(Unicode.Scalar(code))
      #expect(Element("b") { "a\(scalar)z" }.markup == "<b>az</b>")
    }
    #expect(Element("b") { "1\t2\n3\r4" }.markup == "<b>1\t2\n3\n4</b>")
    #expect(Element("b") { "\u{FFFD}😀\u{E000}" }.markup == "<b>\u{FFFD}😀\u{E000}</b>")
  }

  @Test func composedAndDecomposedLettersStayAsTheyCome() {
    for text in ["Đắk Nông", "Đắk Nông".decomposedStringWithCanonicalMapping] {
      let markup = Element("i") { text }.markup
      #expect(Array(markup.utf8) == Array("<i>\(text)</i>".utf8))
    }
  }

  @Test(arguments: 1...40)
  func whatIsWrittenReadsBackAsItWas(seed: UInt64) throws {
    var state = seed
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let letters = [
      "<", ">", "&", "'", "\"", "]]>", "<!--", "</p>", "ệ", "e\u{302}", "😀", " ", "\\",
    ]
    func text() -> String { (0..<next(12)).map { _ in letters[next(letters.count)] }.joined() }
    let (inside, value) = (text(), text())
    let node = try parsed(Element("p", ["title": value]) { inside }.markup)
    #expect(node.text == inside)
    #expect(node.attributes["title"] == value)
  }

  @Test func emptyElementsAreClosed() {
    #expect(Element("br").markup == "<br/>")
    #expect(Element("div").markup == "<div></div>")
    #expect(Element("circle", ["r": 2]).markup == "<circle r=\"2\"/>")
  }

  @Test func coordinatesHaveTwoDecimalsAtMost() {
    let element = Element(
      "path", ["a": 1.0, "b": -0.125, "c": 0.004, "d": 12.3, "e": 1e9, "f": 2.05])
    #expect(
      element.markup == "<path a=\"1\" b=\"-0.13\" c=\"0\" d=\"12.3\" e=\"1000000000\" f=\"2.05\"/>"
    )
  }

  @Test func anAttributeWithoutAValueIsLeftOut() {
    let element = Element("p", ["id": String?.none, "hidden": true, "inert": false, "lang": "vi"])
    #expect(element.markup == "<p hidden=\"\" lang=\"vi\"></p>\n")
  }

  @Test func aPayloadEndsNoScript() {
    let json = "{\"name\":\"</script><!--&\u{2028}\u{0}\"}"
    let element = Element("script", ["type": "application/json"]) { Payload(json: json) }
    #expect(
      element.markup == """
        <script type="application/json">{"name":"\\u003c/script\\u003e\\u003c!--\\u0026\\u2028"}</script>

        """)
  }

  @Test func addressesThatRunCodeAreRefused() async {
    await #expect(processExitsWith: .failure) {
      _ = Element("a", ["href": "javascript:alert(1)"])
    }
    await #expect(processExitsWith: .failure) {
      _ = Element("a", ["href": " java\nscript:alert(1)"])
    }
    await #expect(processExitsWith: .failure) {
      _ = Element("a", ["href": "//elsewhere.example"])
    }
    await #expect(processExitsWith: .failure) {
      _ = Element("p", ["onclick": "alert(1)"])
    }
    await #expect(processExitsWith: .failure) {
      _ = Element("p") { InlineCode("alert(1)") }
    }
    await #expect(processExitsWith: .failure) {
      _ = InlineCode("'</script>'")
    }
    let harmless = ["#score", "dak-nong.html", "https://pcivietnam.vn", "data:,", "63/a.html?b=1"]
    for address in harmless {
      #expect(Element("a", ["href": address]).attributes["href"] == address)
    }
  }
}
