/// Sectors that belong together, each leading to the next.
enum SectorChain {
  /// Returns the sectors of a chain, in order.
  ///
  /// - Parameters:
  ///   - first: Where the chain begins.
  ///   - needed: How many sectors to follow; without it, all to the chain's end.
  ///   - total: How many sectors there are.
  ///   - name: What the chain holds, for messages.
  ///   - next: The sector that follows one.
  /// - Returns: Sectors below `total`, none of them twice.
  /// - Throws: Where the chain leads out of the file, into itself, or ends before it should.
  static func sectors(
    from first: UInt32, needed: Int? = nil, of total: Int, name: String,
    next: (Int) throws(XLSFault) -> UInt32
  ) throws(XLSFault) -> [Int] {
    var sectors: [Int] = []
    var isTaken = [Bool](repeating: false, count: total)
    var sector = first
    while sectors.count != needed, sector != CompoundHeader.endOfChain {
      let index = Int(sector)
      guard index < total else {
        throw .malformed("\(name) leads to sector \(sector), which is not there")
      }
      guard !isTaken[index] else { throw .malformed("\(name) leads to sector \(sector) twice") }
      isTaken[index] = true
      sectors.append(index)
      sector = try next(index)
    }
    if let needed, sectors.count < needed {
      throw .malformed("\(name) has \(sectors.count) of \(needed) sectors")
    }
    return sectors
  }
}
