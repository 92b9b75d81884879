/// The markers of a JPEG (ITU-T T.81, annex B), walked as libjpeg walks them: what it would find later is found here.
struct JPEGFile {
  let header: PictureHeader

  /// Passes over the picture that a file may take. A photo has ten or so; each costs a pass over all pixels, however little
  /// stands in it.
  static let mostScans = 100

  init(_ file: Octets) throws(PhotoRefusal) {
    var walk = Walk(file: file)
    var size: (width: Int, height: Int)?
    var orientation: Orientation?
    var scans = 0
    walking: while true {
      guard let marker = walk.next() else { throw .cutShort }
      switch marker {
      case 0x01, 0xD0...0xD8: continue
      case 0xD9: break walking
      case 0xC4, 0xC8, 0xCC: break
      case 0xC0...0xCF: size = size ?? walk.size
      case 0xDA: scans += 1
      case 0xE1: orientation = orientation ?? walk.segment.flatMap(Orientation.init(exif:))
      default: break
      }
      guard scans <= Self.mostScans else { throw .unreadable }
      walk.skip()
    }
    guard let size, scans > 0 else { throw .unreadable }
    header = try PictureHeader(.jpeg, width: size.width, height: size.height, orientation: orientation)
  }

  private struct Walk {
    let file: Octets
    /// Behind the marker that was found last.
    var position = 2

    /// The next marker, or nil at the end. Within a scan a zero follows an octet that is none (section F.1.2.3).
    mutating func next() -> UInt8? {
      while let found = file.next(0xFF, from: position) {
        position = found + 1
        while file[position] == 0xFF { position += 1 }
        guard let marker = file[position] else { return nil }
        position += 1
        if marker != 0 { return marker }
      }
      return nil
    }

    private var length: Int { max(2, file.number(at: position, width: 2) ?? 2) }

    var segment: Octets? { file.piece(at: position + 2, length: length - 2) }

    /// Of a frame header (section B.2.2): length, precision, lines, samples a line.
    var size: (width: Int, height: Int)? {
      guard let height = file.number(at: position + 3, width: 2),
        let width = file.number(at: position + 5, width: 2)
      else { return nil }
      return (width, height)
    }

    mutating func skip() { position += length }
  }
}
