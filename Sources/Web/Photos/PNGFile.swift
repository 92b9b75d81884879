/// The chunks of a PNG (Portable Network Graphics, third edition, section 5).
struct PNGFile {
  let header: PictureHeader
  /// The same picture without what is not of it: texts and profiles are compressed as well, and would be unpacked, each to
  /// megabytes.
  let picture: [UInt8]

  init(_ file: Octets) throws(PhotoRefusal) {
    guard file.has("IHDR", at: 12), let width = file.number(at: 16, width: 4),
      let height = file.number(at: 20, width: 4)
    else { throw file.count < 24 ? .cutShort : .unreadable }
    var orientation: Orientation?
    var kept = Array(file.bytes.prefix(8))
    var position = 8
    while !file.has("IEND", at: position + 4) {
      guard let length = file.number(at: position, width: 4),
        let chunk = file.piece(at: position, length: length + 12)
      else { throw .cutShort }
      if chunk.has("acTL", at: 4) { throw .moving }
      if chunk.has("eXIf", at: 4) {
        orientation = chunk.piece(at: 8, length: length).flatMap(Orientation.init(exif:))
      }
      if Self.isOfThePicture(chunk) { kept += chunk.bytes }
      position += chunk.count
    }
    guard let end = file.piece(at: position, length: 12) else { throw .cutShort }
    picture = kept + end.bytes
    header = try PictureHeader(.png, width: width, height: height, orientation: orientation)
  }

  private static func isOfThePicture(_ chunk: Octets) -> Bool {
    let names: [StaticString] = ["IHDR", "PLTE", "tRNS", "IDAT"]
    return names.contains { chunk.has($0, at: 4) }
  }
}
