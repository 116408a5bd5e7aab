import Reports
import Testing

@Suite struct TemplateTests {
  private static let shape = FieldShape(
    texts: ["title", "note", "rows.name", "rows.values.year"], lists: ["rows", "rows.values"])

  private static func fields(
    title: String = "Kế hoạch", note: String = "", rows: [(String, [String])] = []
  ) -> Fields {
    Fields(
      texts: ["title": title, "note": note],
      lists: [
        "rows": rows.map { name, years in
          Fields(
            texts: ["name": name],
            lists: ["values": years.map { Fields(texts: ["year": $0]) }])
        }
      ])
  }

  private static func filled(_ text: String, _ fields: Fields = fields()) throws -> String {
    try Template(text, name: "t.html", shape: shape).filled(with: fields)
  }

  @Test func fieldsAreReplacedAndTheRestStays() throws {
    #expect(try Self.filled("<p>$title$ — $title$</p>\n") == "<p>Kế hoạch — Kế hoạch</p>\n")
    #expect(try Self.filled("") == "")
    #expect(try Self.filled("no field\r\n\n") == "no field\r\n\n")
    #expect(try Self.filled("5 $$, $$title$$") == "5 $, $title$")
  }

  @Test func aHundredBlocksWithinEachOtherAreFilled() throws {
    let text =
      String(repeating: "$if(title)$", count: 100) + "x" + String(repeating: "$endif$", count: 100)
    // Blocks beside each other are not within each other.
    #expect(try Self.filled(text + text) == "xx")
  }

  @Test func loopsRunOnceForEachEntryWithTheSeparatorBetween() throws {
    let text =
      "[$for(rows)$$rows.name$:$for(rows.values)$$rows.values.year$$sep$+$endfor$$sep$; $endfor$]"
    #expect(try Self.filled(text) == "[]")
    #expect(try Self.filled(text, Self.fields(rows: [("a", ["1"])])) == "[a:1]")
    #expect(
      try Self.filled(text, Self.fields(rows: [("a", ["1", "2"]), ("b", []), ("c", ["3"])]))
        == "[a:1+2; b:; c:3]")
  }

  @Test func conditionsLookAtTextsAndLists() throws {
    let text = "$if(note)$note $note$$else$none$endif$, $if(rows)$rows$endif$"
    #expect(try Self.filled(text) == "none, ")
    #expect(try Self.filled(text, Self.fields(note: "x", rows: [("a", [])])) == "note x, rows")
    // Of an entry the condition is its own.
    #expect(
      try Self.filled(
        "$for(rows)$$if(rows.values)$+$else$-$endif$$endfor$",
        Self.fields(rows: [("a", ["1"]), ("b", [])])) == "+-")
  }

  @Test func linesThatOnlySteerAreNoneOfTheDocument() throws {
    let text =
      "<ul>\n$for(rows)$\n  <li>$rows.name$</li>\n$endfor$\n</ul> $-- a remark: $ $x\n$-- all\n"
    #expect(
      try Self.filled(text, Self.fields(rows: [("a", []), ("b", [])]))
        == "<ul>\n  <li>a</li>\n  <li>b</li>\n</ul> \n")
    #expect(
      try Self.filled("$if(title)$\r\n$title$\r\n$endif$\r\nend") == "Kế hoạch\r\nend")
  }

  @Test func markupInAFieldStaysText() throws {
    let fields = Self.fields(title: "<script>alert(\"1\")</script> & 'x' $note$")
    #expect(
      try Self.filled("<p title='$title$'>", fields)
        == "<p title='&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; $note$'>")
  }

  @Test func whatHTMLCannotHoldIsLeftOut() throws {
    #expect(
      try Self.filled(
        "<p>$title$</p>", Self.fields(title: "a\u{0}\u{1}\u{1B}[0m\u{85}\u{FFFE}\tb\rc"))
        == "<p>a[0m\tb\nc</p>")
  }

  @Test(arguments: [
    (
      "a\n$titel$", "t.html, line 2: there is no field \"titel\"; fields here are note, rows, title"
    ),
    (
      "$for(rows)$\n$rows.nam$\n$endfor$",
      "t.html, line 2: there is no field \"rows.nam\"; fields here are rows.name, rows.values"
    ),
    // Also where the loop would never run.
    ("$if(x)$", "t.html, line 1: there is no field \"x\"; fields here are note, rows, title"),
    ("$x.y$", "t.html, line 1: there is no field \"x.y\"; fields here are note, rows, title"),
    ("\n\n$rows.name$", "t.html, line 3: \"rows.name\" stands outside of $for(rows)$ … $endfor$"),
    ("$rows$", "t.html, line 1: \"rows\" is a list: go through it with $for(rows)$ … $endfor$"),
    ("$for(title)$$endfor$", "t.html, line 1: \"title\" is a text, no list to go through"),
    ("a\n$for(rows)$\nb\n", "t.html, line 2: $for(rows)$ has no end"),
    ("$if(note)$ $else$", "t.html, line 1: $if(note)$ has no end"),
    ("$if(note)$\n$endfor$", "t.html, line 2: $endfor$ ends or parts nothing that is open"),
    (
      String(repeating: "$if(note)$", count: 20_000) + String(repeating: "$endif$", count: 20_000),
      "t.html, line 1: $if(note)$ stands within 100 others; write it flatter"
    ),
    ("$endif$", "t.html, line 1: $endif$ ends or parts nothing that is open"),
    ("$sep$", "t.html, line 1: $sep$ ends or parts nothing that is open"),
    (
      "$for(rows)$$sep$$rows.name$$endfor$",
      "t.html, line 1: \"rows.name\" stands outside of $for(rows)$ … $endfor$"
    ),
    (
      "cost: 5 $ each",
      "t.html, line 1: \"$ each\" begins a field that does not end in its line; write $$ for the sign itself"
    ),
    (
      "$Title$",
      "t.html, line 1: \"$Title$\" is no field: names have small letters, digits and _; write $$ for the sign "
        + "itself"
    ),
    (
      "$for(rows.)$",
      "t.html, line 1: \"$for(rows.)$\" is no field: names have small letters, digits and _; write $$ for the "
        + "sign itself"
    ),
  ])
  func aMistakeIsToldWithItsLine(_ text: String, _ message: String) {
    let error = #expect(throws: TemplateError.self) { try Self.filled(text) }
    #expect(error?.description == message)
  }

  @Test func valuesThatDoNotFitTheShapeAreNamed() {
    #expect(Self.fields(rows: [("a", ["1"])]).mismatch(with: Self.shape) == nil)
    let short = Fields(texts: ["title": ""], lists: ["rows": []])
    #expect(short.mismatch(with: Self.shape) == "note")
    let foreign = Fields(texts: ["title": "", "note": "", "more": ""], lists: ["rows": []])
    #expect(foreign.mismatch(with: Self.shape) == "more")
    let inner = Fields(
      texts: ["title": "", "note": ""], lists: ["rows": [Fields(texts: ["name": ""])]])
    #expect(inner.mismatch(with: Self.shape) == "rows.values")
  }
}
