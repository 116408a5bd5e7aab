import Indices
import Panels
import Reports
import Scenarios
import Statistics
import Tables

extension ProvinceReport {
  /// The report as a page that is whole by itself.
  ///
  /// - Parameter index: the address of the page that lists all reports; nil where there is none.
  /// - Returns: the page.
  /// - Throws: what is wrong with the figures.
  func page(index: String? = nil) throws -> Page {
    let simulator = try simulator()
    return Page(
      language: words.language.rawValue,
      title: words("\(name): transparency in the Provincial Competitiveness Index, \(year)"),
      lead: [.lead(Prose(words(headline)))]
        + (index.map { [.paragraph(Prose([.link(words("All provinces"), address: $0)]))] } ?? []),
      sections: [
        standingSection, try changeSection(), driversSection, planSection,
        Section(id: "try", heading: words("Try other figures"), blocks: simulator.blocks),
        sureSection, methodSection,
      ].compactMap(\.self), footer: [.note(Prose(words(Self.footer)))], words: pageWords,
      payloads: [simulator.payload], styles: Simulator.styles, scripts: Simulator.scripts)
  }

  /// Where the province stands, in a sentence.
  private var headline: Phrase {
    let score = standing.score
    if shared.isApproximate, let published = shared.past.last?.standings[province.key] {
      return Phrase(
        """
        In \(year) the province scored \(published.score, .decimals(2)) and ranked \(published.rank) of \
        \(shared.board.rows.count), as published. The rule of that year is fitted: what is rebuilt by it is near, \
        not the same.
        """)
    }
    guard let likely = shared.likely[province.key] else {
      return Phrase(
        "In \(year) the province scored \(score, .decimals(2)) and ranked \(standing.rank) of \(shared.board.rows.count)."
      )
    }
    return Phrase(
      """
      In \(year) the province scored \(score, .decimals(2)) and ranked \(standing.rank) of \
      \(shared.board.rows.count). Other firms might have answered otherwise: it likely stands between \
      rank \(likely.lowerBound) and rank \(likely.upperBound) (\(confidence: SampledRanks.level)).
      """)
  }

  private static var footer: Phrase {
    Phrase(
      """
      Made by minhbach from the published tables of the Provincial Competitiveness Index (PCI). Nothing in \
      this page was asked of the network.
      """)
  }

  private var pageWords: Page.Words {
    Page.Words(skip: words("To the report"), contents: words("Contents"))
  }

  /// Words that all charts share.
  var chartWords: ChartText.Words {
    ChartText.Words(
      figures: words("The figures of the chart"), noFigures: words("There are no figures."))
  }

  /// The words of a chart.
  func text(_ id: String, _ caption: Phrase, _ description: Phrase) -> ChartText {
    ChartText(
      id: id, caption: words(caption), description: words(description), words: chartWords)
  }

  /// Writes whole numbers, as ranks are.
  var whole: @Sendable (Double) -> String {
    let format = words.decimals(0)
    return { format.string($0) }
  }

  /// Writes scores.
  var scores: @Sendable (Double) -> String {
    let format = words.decimals(2)
    return { format.string($0) }
  }

  /// Writes differences with their sign.
  func signed(_ decimals: Int) -> @Sendable (Double) -> String {
    let format = words.decimals(decimals)
    return { format.string($0, isSigned: true) }
  }
}
