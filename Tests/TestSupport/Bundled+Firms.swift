public import Indices
import Panels
import Tables

extension Bundled {
  /// The sampling errors of all bundled figures.
  public static func errors() throws -> FigureErrors { try loadedErrors.get() }

  private static let loadedErrors = Result {
    let counts = try Dictionary(
      uniqueKeysWithValues: (2005...2019).map { year in
        (
          year,
          try Respondents(
            reading: table("respondents/estimates/\(year).csv"), gazetteer: gazetteer())
        )
      })
    return FigureErrors(model: try sampling()) { indicator, province, year in
      counts[year]?.answers(to: indicator, in: province.key, year)
    }
  }
}
