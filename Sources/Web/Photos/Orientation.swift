/// How a camera was held, as EXIF writes it (EXIF 2.32, tag 0x0112): where the first row and column of the file are seen.
enum Orientation: Int, CaseIterable {
  case upright = 1
  case mirrored
  case upsideDown
  case flipped
  case transposed
  case turnedRight
  case transversed
  case turnedLeft

  /// Where in a square of `side` stands what is seen in column `x` of row `y`.
  func source(x: Int, y: Int, side: Int) -> (x: Int, y: Int) {
    let last = side - 1
    return switch self {
    case .upright: (x, y)
    case .mirrored: (last - x, y)
    case .upsideDown: (last - x, last - y)
    case .flipped: (x, last - y)
    case .transposed: (y, x)
    case .turnedRight: (y, last - x)
    case .transversed: (last - y, last - x)
    case .turnedLeft: (last - y, x)
    }
  }

  /// Reads it from EXIF data: a TIFF file (TIFF 6.0, section 2), perhaps behind `Exif` and two zeros as a JPEG has it.
  init?(exif: Octets) {
    let start = exif.has("Exif\0\0", at: 0) ? 6 : 0
    guard let tiff = exif.piece(at: start, length: exif.count - start) else { return nil }
    let order: Octets.Order
    if tiff.has("II", at: 0) {
      order = .littleEndian
    } else if tiff.has("MM", at: 0) {
      order = .bigEndian
    } else {
      return nil
    }
    guard tiff.number(at: 2, width: 2, order) == 42, let directory = tiff.number(at: 4, width: 4, order),
      let entries = tiff.number(at: directory, width: 2, order)
    else { return nil }
    for entry in (0..<entries).lazy.map({ directory + 2 + 12 * $0 }) {
      guard let tag = tiff.number(at: entry, width: 2, order) else { return nil }
      if tag == 0x0112 {
        self.init(rawValue: tiff.number(at: entry + 8, width: 2, order) ?? 0)
        return
      }
    }
    return nil
  }
}
