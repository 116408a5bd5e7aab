import Tables

extension LiveWorkbook {
  /// What the workbook is, in both languages side by side.
  func readMeSheet(_ layout: LiveLayout) -> Worksheet {
    var sheet = Worksheet(.readMe)
    let languages =
      words.language == .vi ? [vietnamese, .english] : [Words.english, vietnamese]
    sheet.set(.text(title), at: 1, 1, CellStyle(.title))
    for (column, words) in languages.enumerated() {
      for (row, sentence) in sentences(layout).enumerated() {
        sheet.set(
          .text(words(sentence)), at: row + 3, column + 1, CellStyle(.plain, isWrapped: true))
      }
    }
    sheet.columnWidths = [70, 70]
    return sheet
  }

  private func sentences(_ layout: LiveLayout) -> [Phrase] {
    sheetSentences + whatIfSentences
      + [Phrase("Names of cells for formulas of your own: \(layout.names.map(\.name).sorted()).")]
      + sourceSentences + notes
  }

  /// What stands on the sheets that every workbook has.
  private var sheetSentences: [Phrase] {
    [
      Phrase(
        """
        Yellow cells are there to be changed: the values of provinces, the weights, ends of ranges and \
        directions of the rule, and the values that are tried. All other cells are computed.
        """),
      Phrase(
        "values: the figures, a row for each province. as_published: the same, to compare with."),
      Phrase(
        "rule: weight, direction and range of each indicator; what ranges do; when scores are equal."
      ),
      Phrase(
        """
        scores: an indicator scores 9 (x − minimum) / (maximum − minimum) + 1, or 11 less that where \
        lower is better; the score is the sum of weight × score. On another scale its ends take the \
        places of 1 and 10.
        """),
      Phrase("Scores no further apart than the tolerance share the better rank."),
      Phrase(
        """
        While ranges are 'moving' a value beyond the range and beyond all others widens it, as the \
        index does, and the scores of all change; 'held' keeps ranges. Fixed scales never move.
        """),
      Phrase("published: what was published beside what is computed here."),
    ]
  }

  private var whatIfSentences: [Phrase] {
    guard subject != nil else { return [] }
    return [
      Phrase(
        """
        what_if: one province with other values while all others stay: score, rank, places gained, \
        who stands next above. what_if_scores: the scores of all in that case.
        """)
    ]
  }

  /// Where the figures are from, and how sure what is computed of them can be.
  private var sourceSentences: [Phrase] {
    [
      isBundled
        ? Phrase(
          """
          Source: the yearly workbooks of the Provincial Competitiveness Index of VCCI and USAID, \
          released to the public; 2005–2016 are redistributed under CC0, later ones state no licence. \
          The rules were recovered from the figures.
          """)
        : Phrase("Source: a store of figures of your own."),
      Phrase(
        """
        A rank rests on the firms that happened to be asked; 'minhbach ranks' tells how sure it is.
        """),
    ]
  }
}
