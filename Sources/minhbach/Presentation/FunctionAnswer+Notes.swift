import Reports
import Sensitivity
import Tables

extension FunctionAnswer {
  /// Where the function is from, how it was asked, and what intervals mean.
  var notes: [String] {
    [function.source.sentence] + sobolNotes + screeningNotes + shapleyNotes
  }

  private var level: String { .confidence(options.confidence.level) }

  private var sobolNotes: [String] {
    guard let sobol else { return [] }
    let figure = NumberFormat.sevenDigits
    let known = function.exact.map { exact in
      "; exactly \(figure(exact.mean)) and \(figure(exact.variance))"
    }
    return [
      "The output has the mean \(figure(sobol.mean)) and the variance \(figure(sobol.variance))"
        + (known ?? "") + ".",
      "Sobol' indices: \(sobol.count) base points of a scrambled Sobol' sequence (seed \(options.seed)), at which "
        + "the function was asked \(sobol.evaluations) times; first orders by \(estimator), totals by Jansen's.",
      "Intervals, at \(level), are of points drawn again \(options.resamples) times as if they were random: "
        + "scrambled points err by less, so that intervals are mostly wider than need be"
        + (largestError.map {
          ". The largest error of a first order or total is \(NumberFormat.scientific.string($0))."
        } ?? "."),
      "The dummy is an input without effect: what its first order seems to be is noise.",
    ]
  }

  private var estimator: String {
    switch options.estimator {
    case .saltelli: "Saltelli's estimator"
    case .jansen: "Jansen's estimator"
    case .janon: "Janon's estimator"
    }
  }

  private var screeningNotes: [String] {
    guard let screening else { return [] }
    return [
      "Morris: \(screening.trajectories) walks \(options.walks <= 100 ? "far apart among 500" : "drawn at random"), at which the function was asked "
        + "\(screening.evaluations) times. μ* is the mean size of what the output changes by over the whole "
        + "range of an input, σ the standard deviation of these changes: large where the effect bends or "
        + "depends on other inputs."
    ]
  }

  private var shapleyNotes: [String] {
    guard let shapley else { return [] }
    return [
      "Shapley effects share the variance out, so that they add up to one: by walks of "
        + "\(shapley.evaluations) evaluations, intervals of a normal law."
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
