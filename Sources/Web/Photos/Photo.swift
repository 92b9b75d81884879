import CGD

/// What an uploaded picture becomes: a square of 512 pixels, upright, as a JPEG of pixels and nothing else. Where and with what
/// it was taken, and whatever else rode along in the file, is not in it.
enum Photo {
  /// The largest file that is taken, in octets.
  static let mostOctets = 5 << 20
  /// Of the square, in pixels.
  static let side = 512
  /// Of the JPEG, of 100: 40 to 80 KB for a portrait.
  private static let quality: CInt = 85

  /// Takes a second or two of one processor, and up to half a gigabyte, for the largest pictures.
  static func prepared(from upload: [UInt8]) throws(PhotoRefusal) -> [UInt8] {
    guard upload.count <= mostOctets else { throw .tooLarge }
    let header = try PictureHeader(Octets(upload))
    guard let picture = Picture(decoding: upload, header), picture.width == header.width,
      picture.height == header.height,
      let square = picture.square(side, turned: header.orientation), let jpeg = square.jpeg(quality: quality)
    else { throw .unreadable }
    return jpeg
  }
}

/// A picture that libgd has in memory, freed when it is no longer held.
private struct Picture: ~Copyable {
  private let image: gdImagePtr

  private init?(_ image: gdImagePtr?) {
    guard let image else { return nil }
    self.image = image
  }

  deinit { gdImageDestroy(image) }

  /// Decodes a file whose header was read.
  init?(decoding file: [UInt8], _ header: PictureHeader) {
    _ = Self.silence
    switch header.format {
    case .jpeg: self.init(Self.read(file) { gdImageCreateFromJpegPtrEx($0, $1, 1) })
    case .png:
      guard let png = try? PNGFile(Octets(file)).picture else { return nil }
      self.init(Self.read(png) { gdImageCreateFromPngPtr($0, $1) })
    case .webp: self.init(Self.read(file) { gdImageCreateFromWebpPtr($0, $1) })
    }
  }

  /// libgd says what it thinks of a file on the standard error, where a stranger's file has no say.
  private static let silence: Void = gdSetErrorMethod { _, _, _ in }

  /// libgd reads what it is given and does not write into it.
  private static func read(
    _ file: [UInt8], _ decode: (CInt, UnsafeMutableRawPointer?) -> gdImagePtr?
  ) -> gdImagePtr? {
    file.withUnsafeBytes { decode(CInt($0.count), UnsafeMutableRawPointer(mutating: $0.baseAddress)) }
  }

  var width: Int { Int(image.pointee.sx) }
  var height: Int { Int(image.pointee.sy) }

  /// The middle of it, on white where it is transparent.
  func square(_ side: Int, turned orientation: Orientation) -> Picture? {
    let length = min(width, height)
    guard let small = Picture(gdImageCreateTrueColor(CInt(side), CInt(side))),
      let turned = Picture(gdImageCreateTrueColor(CInt(side), CInt(side)))
    else { return nil }
    gdImageFilledRectangle(small.image, 0, 0, CInt(side - 1), CInt(side - 1), 0xFFFFFF)
    gdImageCopyResampled(
      small.image, image, 0, 0, CInt((width - length) / 2), CInt((height - length) / 2), CInt(side),
      CInt(side),
      CInt(length), CInt(length))
    guard orientation != .upright else { return small }
    for y in 0..<side {
      for x in 0..<side {
        let from = orientation.source(x: x, y: y, side: side)
        turned.image.pointee.tpixels[y]?[x] = small.image.pointee.tpixels[from.y]?[from.x] ?? 0
      }
    }
    return turned
  }

  func jpeg(quality: CInt) -> [UInt8]? {
    var count: CInt = 0
    guard let bytes = gdImageJpegPtr(image, &count, quality) else { return nil }
    defer { gdFree(bytes) }
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  }
}
