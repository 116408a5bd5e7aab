import Statistics

extension ShapleyEffects {
  /// Estimates effects by all sets of inputs.
  func subsets(of model: some Model, inputs: DependentInputs) -> Found {
    let count = inputs.inputs.count
    precondition(
      count <= Self.mostInputsOfSubsets, "all sets are looked at for 14 inputs at most")
    let perSize = max(evaluations / max(count, 1), 2)
    let sets = SetAllocation(inputs: count, perSize: perSize)
    let normals = apart.normals(0..<perSize, count: count)
    let base = BasePoints(model: model, inputs: inputs, normals: normals)
    guard count > 0, base.variance > 0 else {
      let nothing = [Double](repeating: 0, count: count)
      return Found(effects: nothing, errors: nothing, variance: 0, evaluations: perSize)
    }
    let parts = replicates.chunks(of: 1..<max((1 << count) - 1, 1)) { part in
      distances(part, sets: sets, base: base, model: model, inputs: inputs)
    }
    return SubsetGame(inputs: count, sets: sets, base: base).found(parts.flatMap { $0 })
  }

  /// Half the squared differences of the pairs of each of some sets.
  private func distances(
    _ range: Range<Int>, sets: SetAllocation, base: BasePoints, model: some Model,
    inputs: DependentInputs
  ) -> [[Double]] {
    let count = inputs.inputs.count
    let total = range.reduce(0) { $0 + sets.pairs(of: $1) }
    var columns = [[Double]](repeating: [], count: count)
    for input in columns.indices { columns[input].reserveCapacity(total) }
    var scores = [Double](repeating: 0, count: count)
    for set in range {
      let given = (0..<count).filter { set >> $0 & 1 == 1 }
      let factor = OrderedFactor(
        inputs, order: given + (0..<count).filter { set >> $0 & 1 == 0 })
      let pairs = sets.pairs(of: set)
      let normals = Replicates(seed: replicates.seed, threads: 1)
        .normals(set..<set + 1, count: pairs * count)
      for pair in 0..<pairs {
        let kept = base.scores(of: sets.base(of: set, pair: pair))
        let known = factor.normals(ofFirst: given.map { kept[kept.startIndex + $0] })
        let drawn = known + normals[pair * count + known.count..<(pair + 1) * count]
        factor.scores(of: drawn[...], into: &scores)
        // What is kept is kept to the last bit.
        for input in given { scores[input] = kept[kept.startIndex + input] }
        for input in 0..<count {
          columns[input].append(inputs.value(input, atScore: scores[input]))
        }
      }
    }
    let outputs = model.outputs(at: Points(columns: columns, count: total))
    var start = 0
    return range.map { set in
      let pairs = sets.pairs(of: set)
      defer { start += pairs }
      return (0..<pairs).map { pair in
        let difference = outputs[start + pair] - base.outputs[sets.base(of: set, pair: pair)]
        return difference * difference / 2
      }
    }
  }
}
