/// What every set of inputs explains of an output, by sweeping inputs out one at a time.
///
/// A matrix of the inputs' correlations, and of their covariances with the output as the last column, is
/// kept as its upper triangle, row by row. At each level of the tree one input is either known or not:
/// known, its row is swept out of the others and what it adds is counted; not known, its row is left
/// out, which leaves the tail of the numbers as they stand. Level j works on a matrix of d − j inputs, so
/// that 2ᵈ sets cost 2ᵈ times a small constant.
struct SweepTree {
  /// What is left of an input, below which others determine it.
  static let tolerance = 1e-12

  /// The number of inputs.
  let inputs: Int
  /// The numbers of each level, each level's own.
  private var rooms: [[Double]]
  private var worths: [Double]
  /// The first input whose row contradicts the others.
  private var contradiction: Int?

  /// Makes room.
  ///
  /// - Parameter inputs: the number of inputs.
  init(inputs: Int) {
    self.inputs = inputs
    rooms = (0...inputs).map { level in
      let left = inputs - level
      return [Double](repeating: 0, count: left * (left + 3) / 2)
    }
    worths = [Double](repeating: 0, count: 1 << inputs)
  }

  /// Sets a number of the matrix.
  ///
  /// - Parameters:
  ///   - row: an input.
  ///   - column: one not before it, or the number of inputs for the output.
  ///   - number: the correlation or covariance.
  mutating func set(_ row: Int, _ column: Int, to number: Double) {
    let start = row * (inputs + 1) - row * (row - 1) / 2
    rooms[0][start + column - row] = number
  }

  /// Finds what every set explains.
  ///
  /// - Returns: a number per set; that at place S is of the inputs whose bits are set in S.
  /// - Throws: `DependenceError` where the matrix is not one of covariances.
  mutating func explained() throws(DependenceError) -> [Double] {
    descend(level: 0, known: 0, worth: 0, room: 0, start: 0)
    if let contradiction { throw .notPositive(row: contradiction) }
    return worths
  }

  private mutating func descend(level: Int, known: Int, worth: Double, room: Int, start: Int) {
    guard level < inputs else {
      worths[known] = worth
      return
    }
    let length = inputs - level + 1
    descend(level: level + 1, known: known, worth: worth, room: room, start: start + length)
    let pivot = rooms[room][start]
    if pivot < -Self.tolerance { contradiction = min(contradiction ?? level, level) }
    guard pivot > Self.tolerance else {
      // The input is known already: its row adds nothing and is left out.
      descend(
        level: level + 1, known: known | 1 << level, worth: worth, room: room,
        start: start + length)
      return
    }
    let shared = rooms[room][start + length - 1]
    sweep(from: room, start: start, length: length, to: level + 1)
    descend(
      level: level + 1, known: known | 1 << level, worth: worth + shared * shared / pivot,
      room: level + 1, start: 0)
  }

  /// Takes the first row out of those below it.
  private mutating func sweep(from room: Int, start: Int, length: Int, to target: Int) {
    let scale = 1 / rooms[room][start]
    var (read, write) = (start + length, 0)
    for row in 1..<length - 1 {
      let factor = rooms[room][start + row] * scale
      for column in row..<length {
        rooms[target][write] = rooms[room][read] - factor * rooms[room][start + column]
        (read, write) = (read + 1, write + 1)
      }
    }
  }
}
