import ArgumentParsing
import Indices
import MinhBachKit
import Panels

/// The figures and the rules that a profile rests on.
struct ProfileData {
  /// The figures, and the tables that explain them.
  let loaded: LoadedData
  /// What the profile is about.
  let subject: ProfileSubject

  /// Loads a sub-index, or the scores of all.
  ///
  /// The bundled figures of a sub-index end where its indicators do; scores published later stand with
  /// those of all sub-indices, and are added where such a year is asked for.
  ///
  /// - Throws: what is wrong with the figures, the rules or the weights.
  init(loading selection: Selection, by options: DataOptions, for year: Int?) throws {
    // The sheet of the whole index holds the total, and its parts are the scores.
    guard case .subindex(let name) = selection, name != Codebook.wholeIndex else {
      loaded = try options.load(.scores)
      subject = try ProfileSubject(
        weights: loaded.datasets.totalWeights(), years: loaded.panel.years)
      return
    }
    let own = try options.load(selection)
    subject = ProfileSubject(subindex: name, rules: try own.datasets.rules(of: name))
    guard let year, options.store == nil, !own.panel.years.contains(year) else {
      loaded = own
      return
    }
    let later = try options.load(.scores).panel.figures.filter { figure in
      own.codebook[figure.indicator]?.subindex == name && !own.panel.years.contains(figure.year)
    }
    loaded = LoadedData(
      datasets: own.datasets, gazetteer: own.gazetteer, codebook: own.codebook,
      panel: try Panel(
        own.panel.figures + later, gazetteer: own.gazetteer, codebook: own.codebook),
      merging: own.merging)
  }

  /// The year asked for, or the latest one with figures of what the whole is made of.
  ///
  /// - Throws: `PanelError.noFigures` with the years there are, or `IndexError.noFigures`.
  func year(_ asked: Int?) throws -> Int {
    guard let year = asked ?? subject.latestYear(in: loaded.panel) else {
      throw IndexError.noFigures(of: subject.name)
    }
    try loaded.panel.requireYear(year)
    return year
  }
}
