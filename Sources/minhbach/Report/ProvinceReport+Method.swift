import Indices
import Panels
import Reports
import Scenarios
import Statistics
import Tables

extension ProvinceReport {
  /// How sure all this is.
  var sureSection: Section {
    Section(
      id: "sure", heading: words("How sure is all this?"),
      blocks: [
        .list(
          [
            Phrase(
              """
              A rank rests on the answers of some firms. Intervals tell what other firms might have answered, \
              from numbers of firms that are estimated where they were not published.
              """),
            Phrase(
              """
              Chances are those of a model of how figures move. 'minhbach backtest' tells how it would have \
              done in the past: most of what moves ranks is chance, and the intervals say so.
              """),
            Phrase(
              """
              What a plan brings is counted on top of what would come by itself. That the changes can be \
              brought about is for those who plan to say; no figure here tells it.
              """),
            Phrase(
              """
              Good years and plans are bounded by what provinces have done in the past; who does more leaves \
              what is known.
              """),
          ].map { Prose(words($0)) })
      ])
  }

  /// What the figures rest on.
  var methodSection: Section {
    let difference: NumberFormat =
      shared.board.largestDifference ?? 0 < 0.001 ? .scientific : .decimals(2)
    return methodSection(difference)
  }

  private func methodSection(_ difference: NumberFormat) -> Section {
    Section(
      id: "method", heading: words("Methods and figures"),
      blocks: [
        .list(
          [
            Phrase(
              """
              Scores are rebuilt by the rule of \(year): each indicator is brought to a scale of 1 to 10 between \
              the ends of its range and weighted; the largest difference from the published scores is \
              \(shared.board.largestDifference ?? 0, difference).
              """),
            Phrase(
              """
              Why a rank moved: Shapley's rule, the mean over every order in which the changes could have come; \
              the parts add up to the whole.
              """),
            Phrase(
              """
              A good year is the change that one province in ten of those that stood near has bettered, net of \
              the country.
              """),
            plan.map {
              Phrase(
                """
                The plan is the least effort by linear programming, effort counted in each indicator's own yearly \
                variation; its proof: \($0.target.certificate.phrase).
                """)
            },
            Phrase(
              """
              Figures: the tables of the PCI (VCCI) as published each year; the codebook of minhbach names each \
              indicator's source.
              """),
          ].compactMap(\.self).map { Prose(words($0)) })
      ])
  }
}
