/// The transitions that a zone file lists, in seconds since 1970, with offsets in seconds east of UTC.
struct ZoneTable: Sendable {
  /// Ascending, no two alike.
  let instants: [Int]
  /// The offset from each instant on; as many as there are instants.
  private let offsets: [Int]
  /// The offset before the first instant (RFC 9636, section 3.2: local time type 0).
  private let first: Int

  /// Reads a data block whose times have `octets` each.
  init(_ bytes: inout ZoneBytes, header: ZoneFileHeader, timesOf octets: Int) throws(ZoneFileError) {
    try header.check()
    // Taken whole first: counts that a damaged header made up must not make arrays.
    var block = ZoneBytes(Array(try bytes.take(header.blockLength(timesOf: octets))))
    let instants = try Self.instants(&block, count: header.transitions, octets: octets)
    let types = Array(try block.take(header.transitions)).map(Int.init)
    let kinds = try Self.kinds(&block, header: header)
    guard let first = kinds.first, types.allSatisfy({ $0 < kinds.count }) else {
      throw .contradiction("a transition leads to a local time that it does not name")
    }
    guard try block.take(header.characters).last == 0 else {
      throw .contradiction("its last abbreviation does not end")
    }
    let indicators = header.standardIndicators + header.universalIndicators
    guard try block.take(indicators).allSatisfy({ $0 <= 1 }) else {
      throw .contradiction("an indicator is neither 0 nor 1")
    }
    (self.instants, self.first, offsets) = (instants, first, types.map { kinds[$0] })
  }

  private static func instants(
    _ block: inout ZoneBytes, count: Int, octets: Int
  ) throws(ZoneFileError) -> [Int] {
    var instants: [Int] = []
    for _ in 0..<count {
      let instant = try block.number(octets: octets)
      if let last = instants.last, last >= instant {
        throw .contradiction("its transitions are not in ascending order")
      }
      instants.append(instant)
    }
    return instants
  }

  /// The offset of each kind of local time.
  private static func kinds(
    _ block: inout ZoneBytes, header: ZoneFileHeader
  ) throws(ZoneFileError) -> [Int] {
    var kinds: [Int] = []
    for _ in 0..<header.types {
      let offset = try block.number(octets: 4)
      // The limits that RFC 9636, section 3.2 recommends; no place on Earth comes near them.
      guard (-89_999...93_599).contains(offset) else {
        throw .contradiction("a local time is \(offset) seconds from UTC")
      }
      guard try block.number(octets: 1) <= 1 else {
        throw .contradiction("a daylight-saving flag is neither 0 nor 1")
      }
      guard try block.number(octets: 1) < header.characters else {
        throw .contradiction("an abbreviation lies outside their list")
      }
      kinds.append(offset)
    }
    return kinds
  }

  /// The offset at a second, if the table alone decides it.
  func offset(at second: Int) -> Int {
    // The first index whose instant is later.
    var (low, high) = (0, instants.count)
    while low < high {
      let middle = low + (high - low) / 2
      if instants[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : offsets[low - 1]
  }
}
