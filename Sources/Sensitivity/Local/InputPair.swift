/// Two inputs changed together, and the places that they gain beyond what each gains alone.
///
/// A rank goes by whole places: two changes neither of which reaches the next rival may reach it together.
public struct InputPair: Sendable, Hashable {
  /// The number of the first input.
  public let first: Int
  /// The number of the second input, above that of the first.
  public let second: Int
  /// The places that the first change gains alone.
  public let firstPlaces: Int
  /// The places that the second change gains alone.
  public let secondPlaces: Int
  /// The places that both gain together.
  public let placesTogether: Int

  /// The places that both gain together beyond the sum of what each gains alone.
  public var extra: Int { placesTogether - firstPlaces - secondPlaces }

  /// Whether both gain together what neither begins to gain alone.
  public var isJointOnly: Bool { placesTogether > 0 && firstPlaces <= 0 && secondPlaces <= 0 }

  /// Studies every pair of inputs.
  ///
  /// - Parameters:
  ///   - index: the unit among its rivals.
  ///   - values: the value that each input changes to, one per input.
  /// - Returns: those that gain most beyond the sum first; among equals those that gain most together, then in
  ///   the order of the inputs.
  public static func all(of index: RankedIndex, changedTo values: [Double]) -> [InputPair] {
    precondition(values.count == index.inputs.count, "one value per input is needed")
    let rank = index.rank
    func places(_ changed: [Int]) -> Int {
      var all = index.values
      for position in changed { all[position] = values[position] }
      return rank - index.rank(at: all)
    }
    let alone = values.indices.map { places([$0]) }
    let pairs = values.indices.flatMap { first in
      (first + 1..<max(first + 1, values.count)).map { second in
        InputPair(
          first: first, second: second, firstPlaces: alone[first], secondPlaces: alone[second],
          placesTogether: places([first, second]))
      }
    }
    return pairs.sorted { a, b in
      (b.extra, b.placesTogether, a.first, a.second)
        < (a.extra, a.placesTogether, b.first, b.second)
    }
  }
}
