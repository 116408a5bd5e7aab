/// What the shapes of a chart mean, in a row above it.
struct Legend {
  /// A shape and its meaning.
  struct Entry {
    let label: String
    /// Draws the shape around a place.
    let shape: (_ x: Double, _ y: Double) -> [Element]

    /// An entry for a point.
    static func point(_ point: Shape.Point, _ style: String, _ label: String) -> Entry {
      Entry(label: label) { [Shape.point(point, $0, $1, style)] }
    }

    /// An entry for a line.
    static func line(_ style: String, _ label: String) -> Entry {
      Entry(label: label) { [Shape.line($0 - 9, $1, $0 + 9, $1, style)] }
    }

    /// An entry for an area.
    static func area(_ style: String, _ label: String) -> Entry {
      Entry(label: label) { [Shape.box($0 - 9, $1 - 6, $0 + 9, $1 + 6, style)] }
    }
  }

  let entries: [Entry]

  /// Draws the entries from the left, in as many rows as they take, or each in a row of its own.
  ///
  /// - Returns: the height below them.
  func draw(
    in drawing: inout Drawing, from top: Double, width: Double, isColumn: Bool = false
  ) -> Double {
    guard !entries.isEmpty else { return top }
    var (x, y) = (0.0, top + 9)
    for entry in entries {
      // A label too long for a row is broken, and its row is its own.
      let lines = TextSize.lines(of: entry.label, within: width - 26)
      let length = 24 + (lines.map(TextSize.width).max() ?? 0) + 16
      if x > 0, isColumn || x + length - 16 > width {
        x = 0
        y += 19
      }
      drawing.add(entry.shape(x + 10, y))
      for (index, line) in lines.enumerated() {
        drawing.add(Shape.text(line, x + 24, y + Double(index) * TextSize.line))
      }
      y += Double(lines.count - 1) * TextSize.line
      x += length
    }
    return y + 16
  }
}
