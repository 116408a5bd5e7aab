import ArgumentParsing
import Regression

/// How rows are compared, as the command line names it.
enum ModelChoice: String, ExpressibleByArgument, CaseIterable {
  case pooled, within, between
  case firstDifference = "first-difference"
  case random
  case rankRank = "rank-rank"
  case rankLevel = "rank-level"
  case levelRank = "level-rank"

  /// The model of levels; nil for a regression of ranks.
  var model: Specification.Model? { Specification.Model(rawValue: rawValue) }

  /// Which side enters by its rank; nil for a model of levels.
  var form: RankRankRegression.Form? { RankRankRegression.Form(rawValue: rawValue) }
}
