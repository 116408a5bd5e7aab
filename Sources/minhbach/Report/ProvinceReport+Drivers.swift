import Indices
import Panels
import Reports
import Scenarios
import Sensitivity
import Statistics
import Tables

extension ProvinceReport {
  /// What moves the rank most.
  var driversSection: Section {
    Section(
      id: "drivers", heading: words("What moves the rank most"),
      blocks: [
        .lead(Prose(words(leadingDriver))), .chart(driverChart),
      ]
        + drivers.drivers.effects.indices.prefix(5).map {
          .paragraph(Prose(words(drivers.sentence(of: $0))))
        } + [.chart(profileChart), .chart(ladderChart)])
  }

  private var leadingDriver: Phrase {
    guard let effect = drivers.drivers.effects.first, let good = effect.good, good.places > 0 else {
      return Phrase("No indicator gains a place by itself in a good year.")
    }
    let name = names.indicator(effect.input.name)
    let change = names.change(good.value - effect.input.value, of: effect.input.name)
    return Phrase(
      """
      A good year of \(name) (\(change), as the best tenth of provinces that stood near have had) would gain \
      the most: \(counting: good.places, "place"), rivals standing still.
      """)
  }

  private var driverChart: IntervalChart {
    IntervalChart(
      text: text(
        "drivers-chart", Phrase("Places gained by a good year of each indicator"),
        Phrase(
          "One bar for each indicator, the most places first, with what is likely at \(confidence: SampledRanks.level)."
        )), as: .bars,
      rows: drivers.drivers.effects.enumerated().map { row, effect in
        let gained = Double(effect.good?.places ?? 0)
        let likely = row < places.count ? places[row] : nil
        return IntervalChart.Row(
          label: names.indicator(effect.input.name), value: gained,
          interval: likely.map(Self.ends))
      }, axis: ChartAxis(label: words("places gained"), format: whole),
      columns: intervalColumns(words("indicator"), words("places")))
  }

  private var profileChart: ProfileChart {
    let components = Dictionary(
      uniqueKeysWithValues: shared.rule.components.map { ($0.indicator, $0) })
    return ProfileChart(
      text: text(
        "profile", Phrase("Each indicator beside the median and the best province"),
        Phrase(
          """
          Three marks for each indicator on the range by which it is scored: the province, the median, the best. \
          Right is better.
          """)),
      rows: profile.lines.compactMap { line in
        guard let component = components[line.indicator.code], let own = line.value,
          let median = line.country.median, let best = line.best
        else { return nil }
        let isUp = component.direction == .positive
        return ProfileChart.Row(
          label: names.indicator(line.indicator.code), own: own, median: median, best: best,
          worstOfScale: isUp ? component.minimum : component.maximum,
          bestOfScale: isUp ? component.maximum : component.minimum,
          format: { [names, code = line.indicator.code] in names.value($0, of: code) })
      },
      words: ProfileChart.Words(
        label: words("indicator"), own: name, median: words("median"), best: words("best"),
        worstOfScale: words("worst"), bestOfScale: words("best of the range")))
  }

  /// The places above and below the own one.
  private var ladderChart: LadderChart {
    let rows = shared.ranked
    let own = rows.firstIndex { $0.province.key == province.key } ?? 0
    let shown = rows[max(0, own - 10)...min(rows.count - 1, own + 4)]
    return LadderChart(
      text: text(
        "ladder", Phrase("The next places, and how much score they are away"),
        Phrase("The ten provinces above and the four below, with their scores.")),
      rungs: shown.map { row in
        LadderChart.Rung(
          label: words("\(row.rank). \(names.province(row.province))"), score: row.score,
          isOwn: row.province.key == province.key)
      }, axis: ChartAxis(label: words("score"), format: scores), formatGap: signed(3),
      columns: LadderChart.Columns(
        label: words("province"), score: words("score"), gap: words("away")))
  }
}
