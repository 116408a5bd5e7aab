import Reports

extension PlanDocument {
  /// The names that a template of plans may use; `datasets/plans/document/README.md` tells what they hold.
  static let shape = FieldShape(
    texts: [
      "province", "province_name", "province_capitals", "kind", "agency", "department", "date",
      "current_year", "first_year", "final_year", "several_years", "few_years", "deadline",
      "score", "rank", "provinces", "median", "is_above_median", "likely_best", "likely_worst",
      "score_error", "sure",
      "goal", "goal_score", "goal_rank", "gain", "score_needed", "chance", "chance_error",
      "chance_met", "chance_met_error", "chance_unplanned", "chance_unplanned_error", "chance_held",
      "chance_held_error",
      "wanted_chance", "past_cases", "past_reached", "model", "draws", "seed",
      "is_least", "is_reached", "is_likely", "is_out_of_reach", "is_unlikely",
      "is_approximate",
      "years.year", "path.year", "path.score", "path.rank", "path.ranks", "path.chance",
      "needed.chance", "needed.gain",
      "leads.agency", "leads.count", "leads.indicators",
      "supports.agency", "supports.count", "supports.indicators",
      "recipients.agency", "unled.name",
      "reports.period", "reports.limit", "reports.first", "reports.sender", "reports.recipient",
    ] + ["targets", "moves", "holds"].flatMap { list in line.map { "\(list).\($0)" } },
    lists: [
      "years", "targets", "targets.values", "moves", "moves.values", "holds", "holds.values",
      "path", "needed", "leads", "supports", "recipients", "unled", "reports",
    ])

  /// The members of an indicator.
  private static let line = [
    "number", "code", "name", "unit", "better", "arrow", "now", "final", "change", "is_moved",
    "is_at_limit", "limit", "score_gain", "lead", "support", "deadline", "values.year",
    "values.value",
  ]
}
