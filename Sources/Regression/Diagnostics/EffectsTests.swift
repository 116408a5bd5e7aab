import LinearAlgebra
import Tables

extension Estimation {
  /// Whether the fixed effects are all alike: F of the regression with effects against that with an intercept
  /// in their place.
  ///
  /// - Returns: nil for a model without fixed effects, or where the effects are worth one parameter.
  public func effectsTest() throws -> TestResult? {
    guard !fit.effects.isEmpty, fit.absorbedCount > 1 else { return nil }
    let names = Phrase.every(fit.effects.map(\.name))
    let pooled = try alternative(.pooled)
    return Self.fTest(
      Phrase("F of the effects"), Phrase("the effects of \(names) are all alike"),
      restricted: pooled, full: fit)
  }

  /// Whether the effects of the last grouping add to those of the others.
  ///
  /// - Returns: nil for fewer than two groupings, or where the last adds no parameter.
  public func lastEffectTest() throws -> TestResult? {
    guard fit.effects.count > 1, let last = fit.effects.last else { return nil }
    let others = Array(fit.effects.dropLast())
    let restricted = try LinearFit(
      keptSample.within(others, threads: nil), of: specification,
      responseName: sample.responseName, notes: [])
    guard restricted.absorbedCount < fit.absorbedCount else { return nil }
    return Self.fTest(
      Phrase("F of the last effect"),
      Phrase("the effects of \(last.name) are all alike beside \(others.map(\.name))"),
      restricted: restricted, full: fit)
  }

  private static func fTest(
    _ name: Phrase, _ hypothesis: Phrase, restricted: LinearFit, full: LinearFit
  ) -> TestResult {
    let freedom = Double(restricted.residualDegreesOfFreedom - full.residualDegreesOfFreedom)
    let rest = Double(full.residualDegreesOfFreedom)
    return TestResult(
      name: name, hypothesis: hypothesis,
      statistic: (restricted.residualSquares - full.residualSquares) / freedom
        / full.residualVariance,
      distribution: .fisherF(freedom, rest))
  }

  /// The sample with the regressors that were not dropped.
  var keptSample: EstimationSample {
    sample.keeping { fit.names.contains($0) }
  }

  /// The same rows and regressors by another model, without effects but those of the model itself.
  func alternative(_ model: Specification.Model) throws -> LinearFit {
    let other = Specification(
      response: specification.response, regressors: specification.regressors, model: model,
      weights: specification.weights)
    return try Estimation(other, sample: keptSample.withoutEffects).fit
  }

  /// Hausman's test: whether the coefficients within and with random effects differ by chance.
  ///
  /// H = dᵀ (V_w − V_r)⁻¹ d over the slopes. It holds for errors of one variance; `robustHausmanTest` for others.
  /// Source: Hausman (1978), doi:10.2307/1913827.
  ///
  /// - Returns: nil without units, or where no slope can be compared.
  public func hausmanTest() throws -> TestResult? {
    guard sample.unit != nil, sample.weights == nil else { return nil }
    let within = try alternative(.within)
    let random = try alternative(.random)
    let terms = within.names.filter { random.names.contains($0) }
    guard !terms.isEmpty else { return nil }
    let (a, b) = (try within.covariance(.classical), try random.covariance(.classical))
    let (rows, others) = (within.places(of: terms), random.places(of: terms))
    let difference = terms.indices.map {
      within.coefficients[rows[$0]] - random.coefficients[others[$0]]
    }
    let eigen = try SymmetricEigen(a.matrix.block(rows) - b.matrix.block(others))
    let statistic = zip(difference, eigen.solve(difference, tolerance: 0)).reduce(0) {
      $0 + $1.0 * $1.1
    }
    guard eigen.values.allSatisfy({ $0 > 0 }) else { return nil }
    return TestResult(
      name: Phrase("Hausman"),
      hypothesis: Phrase("units' effects have nothing to do with the regressors"),
      statistic: statistic, distribution: .chiSquared(Double(terms.count)))
  }

  /// Hausman's test by the regression of Mundlak: whether the units' means of the regressors add to a model
  /// with random effects, with errors clustered by unit.
  ///
  /// Source: Wooldridge, Econometric Analysis of Cross Section and Panel Data, 2nd ed. (2010), §10.7.3.
  ///
  /// - Returns: nil without units, or where no slope can be compared.
  public func robustHausmanTest() throws -> TestResult? {
    guard let unit = sample.unit, sample.weights == nil else { return nil }
    let within = try alternative(.within)
    let random = try Estimation(
      Specification(
        response: specification.response, regressors: specification.regressors, model: .random),
      sample: keptSample.withoutEffects)
    guard let effects = random.randomEffects else { return nil }
    let chosen = keptSample.keeping { within.names.contains($0) }
    let data = chosen.quasiDemeaned(unit, effects, hasIntercept: true)
    let (demeaned, _) = try WithinTransformation(groupings: [unit]).demeaned(
      Matrix(rows: chosen.rowCount, columns: chosen.regressors))
    let added = within.names.map { "\($0) within" }
    let joined = Matrix(joining: data.design, demeaned)
    let auxiliary = try LinearFit(
      ModelData(
        names: data.names + added, design: joined, response: data.response, weights: nil,
        unit: unit, time: nil, clusters: [], effects: [], absorbedCount: 0,
        lengths: ModelData.lengths(of: joined), sampleRows: nil, notes: []),
      of: random.specification, responseName: sample.responseName, notes: [])
    let covariance = try auxiliary.covariance(.cluster([unit.name]), smallSample: .none)
    guard let test = try auxiliary.waldTest(added, covariance) else { return nil }
    return TestResult(
      name: Phrase("Hausman, robust"),
      hypothesis: Phrase("units' effects have nothing to do with the regressors"),
      statistic: test.statistic, distribution: test.distribution)
  }
}

extension LinearFit {
  /// The numbers of coefficients that there are.
  func places(of terms: [String]) -> [Int] { terms.compactMap { names.firstIndex(of: $0) } }
}

extension EstimationSample {
  /// The same rows with some of the regressors.
  func keeping(_ isKept: (String) -> Bool) -> EstimationSample {
    let numbers = regressorNames.indices.filter { isKept(regressorNames[$0]) }
    return EstimationSample(
      response: response, responseName: responseName, regressors: numbers.map { regressors[$0] },
      regressorNames: numbers.map { regressorNames[$0] }, weights: weights, unit: unit, time: time,
      effects: effects, clusters: clusters, rows: rows, notes: notes)
  }

  /// The same rows without fixed effects.
  var withoutEffects: EstimationSample {
    EstimationSample(
      response: response, responseName: responseName, regressors: regressors,
      regressorNames: regressorNames, weights: weights, unit: unit, time: time, effects: [],
      clusters: clusters, rows: rows, notes: notes)
  }
}
