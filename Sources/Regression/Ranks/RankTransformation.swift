/// Response and regressor as they enter a regression, with the distributions that made them ranks.
struct RankTransformation {
  /// The response, or its ranks.
  let response: [Double]
  /// The regressor, or its ranks.
  let regressor: [Double]
  /// The distribution of the response; nil where it enters as it is.
  let ofResponse: DistributionRanks?
  /// The distribution of the regressor; nil where it enters as it is.
  let ofRegressor: DistributionRanks?
  let tieWeight: Double

  init(
    sample: RankSample, form: RankRankRegression.Form, within: Grouping?, tieWeight: Double
  ) {
    func distribution(of numbers: [Double]) -> DistributionRanks {
      DistributionRanks(
        of: numbers, within: within, weights: sample.weights, tieWeight: tieWeight)
    }
    ofResponse = form == .levelOnRank ? nil : distribution(of: sample.response)
    ofRegressor = form == .rankOnLevel ? nil : distribution(of: sample.regressor)
    response = ofResponse?.ranks ?? sample.response
    regressor = ofRegressor?.ranks ?? sample.regressor
    self.tieWeight = tieWeight
  }
}
