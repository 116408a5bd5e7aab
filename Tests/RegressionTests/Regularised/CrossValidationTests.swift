import Regression
import TestSupport
import Testing

@Suite struct CrossValidationTests {
  /// Reference values: `Reference/regularised/make.R`, `cv.glmnet` with folds of three provinces.
  @Test func errorsAndTheirStandardErrorsAgreeWithGlmnet() throws {
    let sample = try PenalisedReference.sample()
    let folds = FoldAssignment(folds: sample.provinces.codes.map { $0 % 4 }, count: 4)
    let result = try ElasticNet(penalties: .given(PenalisedReference.penalties))
      .crossValidated(sample.moments(folds: folds))
    let rows = try PenalisedReference.rows("glmnet.csv")
    let errors = try #require(rows.first { $0[0] == "cvm" })[2...].compactMap { Double($0) }
    let standardErrors = try #require(rows.first { $0[0] == "cvsd" })[2...].compactMap {
      Double($0)
    }
    for place in errors.indices {
      // glmnet's coefficients are 1e-11 short of the minimum where columns nearly agree.
      #expect(abs(result.errors[place] / errors[place] - 1) < 1e-10)
      #expect(abs(result.standardErrors[place] / standardErrors[place] - 1) < 1e-9)
    }
    #expect(result.best == 2 && result.oneStandardError == 1)
  }

  /// Each fold's path and error once more, from the rows.
  @Test(arguments: [false, true])
  func errorsAreThoseOfPredictingEachFoldWithoutIt(_ weighted: Bool) throws {
    let sample = try PenalisedReference.sample()
    let folds = FoldAssignment(dealing: sample.provinces, count: 5, seed: 4)
    let result = try ElasticNet().crossValidated(
      sample.moments(weighted: weighted, folds: folds))
    for fold in 0..<5 {
      let training = folds.folds.indices.filter { folds.folds[$0] != Int32(fold) }
      let moments = try FoldMoments(
        columns: sample.columns.map { column in training.map { column[$0] } },
        response: training.map { sample.response[$0] },
        weights: weighted ? training.map { sample.weights[$0] } : nil)
      // The whole sample's scales in place of the training rows' own: the penalty says so.
      let own = try ElasticNet(penalties: .given([0])).path(moments).scales
      let path = try ElasticNet(
        penalties: .given(result.path.penalties),
        factors: zip(result.path.scales, own).map { $0 / $1 }
      ).path(moments)
      let rows = folds.folds.indices.filter { folds.folds[$0] == Int32(fold) }
      for place in path.penalties.indices {
        var (error, total) = (0.0, 0.0)
        for row in rows {
          let weight = weighted ? sample.weights[row] : 1
          let fitted = sample.columns.indices.reduce(path.intercepts[place]) {
            $0 + path.coefficients[place][$1] * sample.columns[$1][row]
          }
          error += weight * (sample.response[row] - fitted) * (sample.response[row] - fitted)
          total += weight
        }
        // The moments lose what squares of products of sixteen digits do.
        #expect(abs(result.foldErrors[fold][place] - error / total) < 1e-11)
      }
    }
  }

  @Test func theNumberOfThreadsChangesNoByte() throws {
    var numbers = SplitMix64(seed: 2)
    // More rows than one chunk of work, in no order of folds.
    let columns = (0..<40).map { _ in
      (0..<3000).map { _ in Double.random(in: -1...1, using: &numbers) }
    }
    let response = (0..<3000).map { columns[0][$0] + Double.random(in: -1...1, using: &numbers) }
    let folds = FoldAssignment(folds: (0..<3000).map { Int32($0 * 7 % 10) }, count: 10)
    let results = try [1, 2, 3].map { threads in
      try ElasticNet(penalties: .spaced(count: 20, smallestPart: 0.01)).crossValidated(
        FoldMoments(columns: columns, response: response, folds: folds, threads: threads),
        threads: threads)
    }
    for other in results.dropFirst() {
      #expect(other.errors == results[0].errors)
      #expect(other.path.coefficients == results[0].path.coefficients)
      #expect(other.path.intercepts == results[0].path.intercepts)
    }
  }

  @Test func foldsDealWholeGroupsEvenlyAndBySeed() throws {
    let labels = (0..<63).flatMap { group in (0..<(1 + group % 5)).map { _ in "\(group)" } }
    let groups = Grouping(name: "province", labels: labels)
    let folds = FoldAssignment(dealing: groups, count: 10, seed: 1)
    var foldOfGroup: [Int32: Int32] = [:]
    for (group, fold) in zip(groups.codes, folds.folds) {
      #expect(foldOfGroup[group, default: fold] == fold)
      foldOfGroup[group] = fold
    }
    for fold in 0..<10 {
      #expect((6...7).contains(foldOfGroup.values.count { $0 == Int32(fold) }))
    }
    #expect(folds == FoldAssignment(dealing: groups, count: 10, seed: 1))
    #expect(folds != FoldAssignment(dealing: groups, count: 10, seed: 2))
  }

  @Test func foldsMayNotOutnumberGroupsNorBeEmpty() async {
    await #expect(processExitsWith: .failure) {
      _ = FoldAssignment(dealing: Grouping(name: "", labels: ["a", "b"]), count: 3, seed: 1)
    }
    await #expect(processExitsWith: .failure) { _ = FoldAssignment(folds: [0, 0, 2], count: 3) }
    await #expect(processExitsWith: .failure) { _ = FoldAssignment(folds: [0, 0], count: 1) }
  }
}
