import Reports
import Sensitivity
import Tables

extension FunctionAnswer {
  /// Where the function is from, how it was asked, and what intervals mean.
  var notes: [Phrase] {
    [Phrase("\(Phrase(code: function.source)).")] + sobolNotes + screeningNotes + shapleyNotes
  }

  private var sobolNotes: [Phrase] {
    guard let sobol else { return [] }
    return [
      moments(of: sobol),
      Phrase(
        """
        Sobol' indices: \(sobol.count) base points of a scrambled Sobol' sequence (seed \
        \(verbatim: options.seed)), at which the function was asked \(sobol.evaluations) times; first \
        orders by \(estimator), totals by Jansen's.
        """),
      .sentences(
        [
          Phrase(
            """
            Intervals, at \(confidence: options.confidence.level), are of points drawn again \
            \(options.resamples) times as if they were random: scrambled points err by less, so that \
            intervals are mostly wider than need be.
            """),
          largestError.map {
            Phrase("The largest error of a first order or total is \($0, .scientific).")
          },
        ].compactMap(\.self)),
      Phrase("The dummy is an input without effect: what its first order seems to be is noise."),
    ]
  }

  /// The mean and the variance of the output, beside the exact ones where they are known.
  private func moments(of sobol: SobolIndices) -> Phrase {
    let found = Phrase(
      """
      The output has the mean \(sobol.mean, .sevenDigits(sobol.mean)) and the variance \
      \(sobol.variance, .sevenDigits(sobol.variance))
      """)
    return function.exact.map { exact in
      Phrase(
        """
        \(found); exactly \(exact.mean, .sevenDigits(exact.mean)) and \
        \(exact.variance, .sevenDigits(exact.variance)).
        """)
    } ?? Phrase("\(found).")
  }

  private var estimator: Phrase {
    switch options.estimator {
    case .saltelli: Phrase("Saltelli's estimator")
    case .jansen: Phrase("Jansen's estimator")
    case .janon: Phrase("Janon's estimator")
    }
  }

  private var screeningNotes: [Phrase] {
    guard let screening else { return [] }
    let walks =
      options.walks <= 100 ? Phrase("far apart among 500") : Phrase("drawn at random")
    return [
      Phrase(
        """
        Morris: \(screening.trajectories) walks \(walks), at which the function was asked \
        \(screening.evaluations) times. μ* is the mean size of what the output changes by over the \
        whole range of an input, σ the standard deviation of these changes: large where the effect \
        bends or depends on other inputs.
        """)
    ]
  }

  private var shapleyNotes: [Phrase] {
    guard let shapley else { return [] }
    return [
      Phrase(
        """
        Shapley effects share the variance out, so that they add up to one: by walks of \
        \(shapley.evaluations) evaluations, intervals of a normal law.
        """)
    ]
  }

  /// The largest error of a first-order or total index, where they are known exactly.
  var largestError: Double? {
    guard let sobol, let exact = function.exact else { return nil }
    return zip(sobol.first + sobol.total, exact.first + exact.total)
      .map { abs($0.value - $1) }.max()
  }

  /// What the answer rests on.
  var settings: [(String, Cell)] {
    [
      ("command", .text("sensitivity")), ("function", .text(function.name)),
      ("source", .text(function.source)), ("method", .text(method.rawValue)),
    ] + options.settings + [
      ("second_order", .boolean(options.secondOrder)), ("mean", Cell(sobol?.mean)),
      ("mean_exact", Cell(function.exact?.mean)), ("variance", Cell(sobol?.variance)),
      ("variance_exact", Cell(function.exact?.variance)), ("largest_error", Cell(largestError)),
      ("evaluations", Cell(sobol.map { Double($0.evaluations) })),
      ("morris_trajectories", Cell(screening.map { Double($0.trajectories) })),
      ("morris_evaluations", Cell(screening.map { Double($0.evaluations) })),
      ("shapley_evaluations", Cell(shapley.map { Double($0.evaluations) })),
    ]
  }
}
