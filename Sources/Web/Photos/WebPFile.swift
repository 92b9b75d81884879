/// The chunks of a WebP (RFC 9649, section 2).
struct WebPFile {
  let header: PictureHeader

  init(_ file: Octets) throws(PhotoRefusal) {
    guard let length = file.number(at: 4, width: 4, .littleEndian), length <= file.count - 8 else {
      throw .cutShort
    }
    let size = try Self.size(file)
    var orientation: Orientation?
    var position = 12
    while let length = file.number(at: position + 4, width: 4, .littleEndian) {
      if file.has("EXIF", at: position) {
        orientation = file.piece(at: position + 8, length: length).flatMap(Orientation.init(exif:))
      }
      position += 8 + length + length % 2
    }
    header = try PictureHeader(.webp, width: size.width, height: size.height, orientation: orientation)
  }

  /// By the first chunk: a lossy frame (RFC 6386, section 9.1), a lossless one, or the canvas of an extended file.
  private static func size(_ file: Octets) throws(PhotoRefusal) -> (width: Int, height: Int) {
    if file.has("VP8 ", at: 12), let width = file.number(at: 26, width: 2, .littleEndian),
      let height = file.number(at: 28, width: 2, .littleEndian)
    {
      return (width & 0x3FFF, height & 0x3FFF)
    }
    if file.has("VP8L", at: 12), let both = file.number(at: 21, width: 4, .littleEndian) {
      return (both & 0x3FFF + 1, both >> 14 & 0x3FFF + 1)
    }
    if file.has("VP8X", at: 12), let flags = file[20],
      let width = file.number(at: 24, width: 3, .littleEndian),
      let height = file.number(at: 27, width: 3, .littleEndian)
    {
      guard flags & 0x02 == 0 else { throw .moving }
      return (width + 1, height + 1)
    }
    throw .unreadable
  }
}
