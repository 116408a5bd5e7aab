import Foundation
import Reports
import Testing

@Suite struct PageTests {
  private static let words = Page.Words(skip: "Đến nội dung", contents: "Nội dung")

  private static func page(_ hostile: String = "Đắk Nông") -> Page {
    let table = DataTable(
      id: "all", caption: hostile, columns: [.init(hostile), .init("Điểm", isNumeric: true)],
      rows: [
        .init([.init(hostile, address: "dak-nong.html"), .init("6,31", order: 6.305611068290998)]),
        .init([.init("Hà Nội"), .init("–", order: nil)], isOwn: true),
      ],
      isSortable: true, search: .init(label: "Tìm", count: "{shown} trong {all} tỉnh"))
    return Page(
      language: "vi", title: hostile, lead: [.lead(Prose(hostile))],
      sections: [
        Section(
          id: "where", heading: hostile,
          blocks: SampleCharts.all(3).map(Block.chart) + [
            .paragraph(Prose([.strong(hostile), .link(hostile, address: "#data")])),
            .definitions([.init(Prose(hostile), "26")]), .list([Prose(hostile)]), .list([]),
          ]),
        Section(
          id: "data", heading: "Số liệu",
          blocks: [.table(table), .aside(heading: hostile, [Prose(hostile)]), .note("VCCI")]),
      ], footer: [.note(Prose(hostile))], words: words,
      payloads: [.init(id: "rule", Payload(json: "{\"weights\":[0.05]}"))])
  }

  @Test func aPageIsWellFormed() throws {
    let html = try parsed(Self.page().html)
    #expect(html.attributes["lang"] == "vi")
    #expect(html.all("title").first?.text == "Đắk Nông")
    #expect(html.all("h1").count == 1)
  }

  @Test func noTextOfDataBecomesMarkup() throws {
    let hostile = "</title></script><script>alert(1)</script><img src=x onerror='alert(1)'>\"&amp;"
    let (plain, attacked) = (try parsed(Self.page().html), try parsed(Self.page(hostile).html))
    #expect(plain.all.map(\.name) == attacked.all.map(\.name))
    #expect(attacked.all("h1").map(\.text) == [hostile])
  }

  @Test func nothingIsRequested() throws {
    let html = try parsed(Self.page().html)
    let policy = html.all("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(
      policy?.attributes["content"] == """
        default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; \
        base-uri 'none'; form-action 'none'
        """)
    #expect(html.all.allSatisfy { $0.attributes["src"] == nil })
    #expect(html.all("link").map { $0.attributes["href"] } == ["data:,"])
    let styles = html.all("style").map(\.text).joined()
    for request in ["url(", "@import", "http:", "https:", "@font-face"] {
      #expect(!styles.contains(request))
    }
    let scripts = html.all("script").map(\.text).joined()
    for request in ["fetch", "XMLHttpRequest", "import(", "http:", "https:", "innerHTML", "eval"] {
      #expect(!scripts.contains(request))
    }
  }

  @Test func linksWithinThePageLeadToPlacesThatAreThere() throws {
    let html = try parsed(Self.page().html)
    let ids = html.all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    let links = html.all("a").compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }
    #expect(links == ["#main", "#where", "#data", "#data"])
    let named = ["aria-labelledby", "aria-describedby", "for", "data-table"]
    for place in links.map({ String($0.dropFirst()) })
      + html.all.flatMap({ element in named.compactMap { element.attributes[$0] } })
    {
      #expect(ids.contains(place), "\(place)")
    }
  }

  @Test func aTableCanBeSortedAndSearched() throws {
    let html = try parsed(Self.page().html)
    let table = try #require(html.all("table").first { $0.has("sortable") })
    #expect(table.all("button").map(\.text) == ["Đắk Nông", "Điểm"])
    // The whole figure, not the one written for people; nothing for a figure that is missing.
    #expect(table.all("td").map { $0.attributes["data-order"] } == ["6.305611068290998", ""])
    #expect(html.all("span").map(\.text) == ["2 trong 2 tỉnh"])
    #expect(html.all("input").map { $0.attributes["data-table"] } == ["all"])
  }

  @Test func aPageOfOneSectionHasNoContents() throws {
    let page = Page(
      language: "en", title: "t", sections: [Section(id: "a", heading: "A", blocks: [])],
      words: Self.words)
    let one = try parsed(page.html)
    #expect(one.all("nav").isEmpty)
    let none = try parsed(
      Page(language: "en", title: "", sections: [], words: Self.words).html)
    #expect(none.all("main").count == 1 && none.all("nav").isEmpty)
  }

  @Test func theSamePageGivesTheSameBytes() {
    #expect(Array(Self.page().html.utf8) == Array(Self.page().html.utf8))
  }

  @Test func aNameIsGivenOnce() async {
    await #expect(processExitsWith: .failure) {
      let section = Section(id: "a", heading: "A", blocks: [])
      _ = Page(
        language: "vi", title: "", sections: [section, section],
        words: .init(skip: "", contents: ""))
    }
  }
}
