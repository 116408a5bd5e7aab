/// What names three indicators of a province as those that move its rank most.
public enum BacktestAnswer: String, Sendable, Hashable, CaseIterable {
  /// The first three of the order: by the places that a good year gains.
  case named
  /// The last three of the order.
  case last
  /// Three at random: what chance names.
  case random
  /// Every province-year, whatever it improved in.
  case all
  /// The largest expected movement: slope times the deviation of a year's net changes.
  case variance
  /// The largest weight in the rule.
  case weight
  /// The largest weight times the gap to the best province.
  case weightedGap = "weight_gap"
  /// The largest movement in the year before.
  case lastMovers = "last_movers"
  /// The three that then did move most: what no answer could better.
  case hindsight
}

/// What is asked of the answers of past years.
public enum BacktestQuestion: String, Sendable, Hashable, CaseIterable {
  /// Of provinces that improved in two or more of the three by half a good year: how many moved up.
  case movedUp = "moved_up"
  /// The mean of the places they gained.
  case placesGained = "places_gained"
  /// The share that the three made of the absolute movement of the score.
  case movementShare = "movement_share"
  /// Spearman's correlation of a province's order with that of the next year.
  case orderCorrelation = "order_correlation"
  /// How many of the first three are so in the next year.
  case firstThreeKept = "first_three_kept"
  /// How often the net improvement exceeded a good year.
  case goodYearExceeded = "good_year_exceeded"
  /// How often it exceeded the median of the cases.
  case medianExceeded = "median_exceeded"
  /// How often it exceeded what one case in ten exceeded, wherever that case stood.
  case goodAnywhereExceeded = "good_anywhere_exceeded"
}
