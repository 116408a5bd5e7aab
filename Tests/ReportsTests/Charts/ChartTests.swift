import Reports
import Testing

/// What holds for every chart.
@Suite struct ChartTests {
  @Test(arguments: [0, 1, 2, 5, 63])
  func everyChartIsWellFormedAndHasItsTable(count: Int) throws {
    for chart in SampleCharts.all(count) {
      let figure = try parsed(chart.figure.markup)
      #expect(figure.name == "figure")
      #expect(figure.children.first?.name == "figcaption")
      #expect(figure.children.first?.text == chart.text.caption)
      let table = try #require(figure.all("details").first?.all("table").first)
      let rows = try #require(table.all("tbody").first).all("tr")
      #expect(rows.map { $0.children.map(\.text) } == chart.table.rows)
      #expect(table.all("thead").first?.all("th").map(\.text) == chart.table.columns)
    }
  }

  @Test(arguments: [1, 2, 5, 63])
  func everyDrawingIsNamedAndDescribed(count: Int) throws {
    for chart in SampleCharts.all(count) {
      let figure = try parsed(chart.figure.markup)
      let drawings = figure.all("svg")
      #expect(drawings.map { $0.attributes["class"] } == ["wide", "narrow"])
      for drawing in drawings {
        let title = try #require(drawing.children.first { $0.name == "title" })
        let description = try #require(drawing.children.first { $0.name == "desc" })
        #expect(drawing.attributes["aria-labelledby"] == title.attributes["id"])
        #expect(drawing.attributes["aria-describedby"] == description.attributes["id"])
        #expect(title.text == chart.text.title)
        #expect(description.text == chart.text.description)
      }
      let ids = figure.all.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test(arguments: [1, 2, 5, 63])
  func everyMarkHasANameAndOneIsReachedByTheTabulator(count: Int) throws {
    for chart in SampleCharts.all(count) {
      for drawing in try parsed(chart.figure.markup).all("svg") {
        let marks = drawing.all("g").filter { $0.has("mark") }
        #expect(!marks.isEmpty)
        // A reader is not told of the children of an image; of those of a group it is.
        #expect(drawing.attributes["role"] == "group")
        #expect(marks.allSatisfy { $0.attributes["role"] == "img" })
        #expect(marks.allSatisfy { !($0.children.first?.text ?? "").isEmpty })
        #expect(marks.allSatisfy { $0.children.first?.name == "title" })
        // What is outlined where the mark is reached, and large enough for a finger to hit.
        #expect(marks.allSatisfy { $0.all("rect").contains { $0.has("touch") } })
        #expect(marks.count { $0.attributes["tabindex"] == "0" } == 1)
        #expect(marks.count { $0.attributes["tabindex"] == "-1" } == marks.count - 1)
      }
    }
  }

  @Test func withoutFiguresAWordStandsForTheDrawing() throws {
    for chart in SampleCharts.all(0) where chart.isEmpty {
      let figure = try parsed(chart.figure.markup)
      #expect(figure.all("svg").isEmpty)
      #expect(figure.all("p").map(\.text) == [SampleCharts.words.noFigures])
    }
    #expect(SampleCharts.all(0).count { $0.isEmpty } == 7)
  }

  @Test func theSameFiguresGiveTheSameBytes() {
    for (one, other) in zip(SampleCharts.all(9), SampleCharts.all(9)) {
      #expect(Array(one.figure.markup.utf8) == Array(other.figure.markup.utf8))
    }
  }

  @Test(arguments: [1, 4, 12])
  func noTextRunsIntoAnotherOrOut(count: Int) throws {
    for chart in SampleCharts.all(count) {
      for drawing in try parsed(chart.figure.markup).all("svg") {
        let size = (drawing.attributes["viewBox"] ?? "").split(separator: " ").compactMap {
          Double($0)
        }
        let boxes = drawing.all("text").map(Box.init)
        for (index, box) in boxes.enumerated() {
          // An axis label begins where its figure stands, half of it before: less than a letter.
          #expect(box.left >= -6 && box.right <= size[2] + 6, "\(chart.text.id): \(box)")
          #expect(box.top >= -1 && box.bottom <= size[3] + 1, "\(chart.text.id): \(box)")
          for other in boxes[..<index] {
            #expect(!box.meets(other), "\(chart.text.id): \(box) and \(other)")
          }
        }
      }
    }
  }
}

/// The room of a text, were its letters as wide as those of Arial on average: 0.52 of their size.
private struct Box: CustomStringConvertible {
  let text: String
  let left, right, top, bottom: Double

  init(_ element: ParsedElement) {
    text = element.text
    let width = Double(element.text.count) * 12 * 0.52
    let x = element.number("x")
    switch element.attributes["text-anchor"] {
    case "middle": (left, right) = (x - width / 2, x + width / 2)
    case "end": (left, right) = (x - width, x)
    default: (left, right) = (x, x + width)
    }
    (top, bottom) = (element.number("y") - 9, element.number("y") + 3)
  }

  var description: String { "“\(text)” (\(left)–\(right), \(top)–\(bottom))" }

  func meets(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
