extension Simulator {
  /// What a section of a page shows: the sliders, or a table where no script runs.
  public var blocks: [Block] {
    [
      .element(
        Element("div", ["id": "simulator-without"]) {
          Element("p") { words[.needsScript] }
          table.elements
        }),
      .element(
        Element(
          "div",
          [
            "id": "simulator", "class": "simulator", "hidden": true, "role": "group",
            "aria-label": words[.title],
          ]
        ) {
          result
          Element("p", ["class": "simulator-legend", "aria-hidden": "true"]) { words[.strip] }
          Element("p", ["class": "quiet"]) { caution.content }
          actions
          indicators.enumerated().map { row($0.element, number: $0.offset) }
          sharing
          Element("p", ["class": "simulator-spoken", "role": "status", "data-part": "status"])
        }),
    ]
  }

  /// The figures that follow from the sliders, which stay in sight, and the scores of all along a line.
  private var result: Element {
    Element("div", ["class": "simulator-result"]) {
      Element("div", ["class": "simulator-figures"]) {
        figure(words[.score], "score", "score-change")
        figure(words[.rank], "rank", "rank-change")
        figure(words[.next], "next", "next-rank")
        figure(words[.median], "median", "median-side")
      }
      Element("div", ["class": "simulator-strip", "aria-hidden": "true", "data-part": "strip"])
    }
  }

  private func figure(
    _ name: String, _ part: StaticString, _ addition: StaticString
  ) -> Element {
    Element("div") {
      Element("span", ["class": "quiet"]) { name + " " }
      Element("strong", ["data-part": "\(part)"])
      Element("small", ["data-part": "\(addition)"])
    }
  }

  private var actions: Element {
    Element("div", ["class": "simulator-actions"]) {
      button(words[.today], "today")
      hasPlan ? button(words[.plan], "plan") : nil
      button(words[.reset], "reset")
    }
  }

  private func button(_ text: String, _ part: StaticString) -> Element {
    Element("button", ["type": "button", "data-part": "\(part)"]) { text }
  }

  private func row(_ indicator: Indicator, number: Int) -> Element {
    let id = "simulator-\(number + 1)"
    return Element(
      "div", ["class": "simulator-row", "role": "group", "aria-labelledby": id + "-label"]
    ) {
      Element("div", ["class": "simulator-name"]) {
        Element("label", ["for": id, "id": id + "-label"]) { indicator.label }
        if !indicator.isRising { Element("small") { words[.lessIsBetter] } }
        Element("small", ["class": "simulator-passed", "data-part": "passed", "hidden": true]) {
          words[.passed]
        }
      }
      slider(indicator, id)
      field(indicator, id)
      part
      Element(
        "button",
        [
          "type": "button", "class": "simulator-back", "data-part": "row-reset",
          "aria-label": words[.resetOne, indicator.label],
          "title": words[.resetOne, indicator.label],
        ]
      ) { "↺" }
      Element(
        "small",
        [
          "class": "simulator-complaint", "role": "alert", "id": id + "-complaint",
          "data-part": "complaint",
        ])
    }
  }

  private func slider(_ indicator: Indicator, _ id: String) -> Element {
    Element("div", ["class": "simulator-slide"]) {
      Element(
        "input",
        [
          "type": "range", "id": id, "data-part": "slider", "autocomplete": "off",
          "aria-describedby": id + "-marks",
        ])
      Element("div", ["class": "simulator-marks", "aria-hidden": "true"]) {
        Element("i", ["data-part": "today-mark"]) { "▲" }
        Element("i", ["data-part": "plan-mark"]) { "◆" }
      }
      Element("small", ["id": id + "-marks", "class": "quiet", "data-part": "marks"])
    }
  }

  private func field(_ indicator: Indicator, _ id: String) -> Element {
    Element("div", ["class": "simulator-field"]) {
      Element(
        "input",
        [
          "type": "text", "inputmode": "decimal", "data-part": "field", "autocomplete": "off",
          "aria-label": words[.value, indicator.label], "aria-describedby": id + "-complaint",
        ])
      Element("span") { indicator.format.suffix }
    }
  }

  private var part: Element {
    Element("div", ["class": "simulator-part"]) {
      Element("div", ["class": "simulator-bar", "aria-hidden": "true", "data-part": "bar"]) {
        Element("i", ["data-part": "kept"])
        Element("i", ["data-part": "difference"])
      }
      Element("small", ["data-part": "part"])
    }
  }

  private var sharing: Element {
    Element("div", ["class": "simulator-sharing"]) {
      button(words[.copy], "copy")
      Element("label") {
        words[.year]
        Element("select", ["data-part": "year", "autocomplete": "off"]) {
          for year in scenario.years {
            Element("option", ["value": year, "selected": year == scenario.years.last]) {
              "\(year)"
            }
          }
        }
      }
      Element("label") {
        words[.kind]
        Element("select", ["data-part": "kind", "autocomplete": "off"]) {
          Element("option", ["value": "at_least"]) { words[.atLeast] }
          Element("option", ["value": "value"]) { words[.exactly] }
          Element("option", ["value": "beyond"]) { words[.beyond] }
        }
      }
      button(words[.export], "export")
      Element("small", ["class": "quiet"]) { words[.movesOn] }
      Element("label", ["data-part": "link-box", "hidden": true]) {
        words[.link]
        Element("input", ["type": "text", "readonly": true, "data-part": "link"])
      }
      Element("p", ["role": "status", "data-part": "message"])
    }
  }
}
