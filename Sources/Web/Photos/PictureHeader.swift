/// What a picture's file says of itself, read before anything is decoded: a small file may claim a picture that would fill the
/// memory, and a decoder takes its word for it.
struct PictureHeader: Equatable {
  /// The kinds that are taken.
  enum Format { case jpeg, png, webp }

  let format: Format
  /// In pixels, as they are stored: before it is turned upright.
  let width: Int
  let height: Int
  let orientation: Orientation

  /// Pixels that a picture may have: 160 MB when decoded.
  static let mostPixels = 40_000_000

  /// Reads the header of a file of any kind. The first octets decide the kind, and no name or type that was sent with it.
  init(_ file: Octets) throws(PhotoRefusal) {
    guard file.count > 0 else { throw .empty }
    if file[0] == 0x89, file.has("PNG\r\n\u{1A}\n", at: 1) {
      self = try PNGFile(file).header
    } else if file[0] == 0xFF, file[1] == 0xD8, file[2] == 0xFF {
      self = try JPEGFile(file).header
    } else if file.has("RIFF", at: 0), file.has("WEBP", at: 8) {
      self = try WebPFile(file).header
    } else {
      throw .otherKind
    }
  }

  /// A picture of this size; one without pixels is unreadable.
  init(_ format: Format, width: Int, height: Int, orientation: Orientation?) throws(PhotoRefusal) {
    guard width > 0, height > 0 else { throw .unreadable }
    guard width <= Self.mostPixels / height else { throw .tooManyPixels }
    self.format = format
    self.width = width
    self.height = height
    self.orientation = orientation ?? .upright
  }
}
