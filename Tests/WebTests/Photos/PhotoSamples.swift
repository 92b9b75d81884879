import CGD
import Foundation

@testable import Web

/// Real pictures, made by libgd: red, green, blue and yellow in their corners.
enum PhotoSamples {
  static let formats: [PictureHeader.Format] = [.jpeg, .png, .webp]
  private static let colours: [Character: CInt] = [
    "R": 0xE02020, "G": 0x20C040, "B": 0x2040E0, "Y": 0xF0E030,
  ]

  static func picture(_ format: PictureHeader.Format, width: Int = 96, height: Int = 64) -> [UInt8] {
    guard let image = gdImageCreateTrueColor(CInt(width), CInt(height)) else { return [] }
    defer { gdImageDestroy(image) }
    let (x, y) = (CInt(width / 2), CInt(height / 2))
    for (corner, left, top) in [("R", 0, 0), ("G", x, 0), ("B", 0, y), ("Y", x, y)]
      as [(Character, CInt, CInt)]
    {
      gdImageFilledRectangle(image, left, top, left + x, top + y, colours[corner] ?? 0)
    }
    return encoded(image, format)
  }

  static func encoded(_ image: gdImagePtr, _ format: PictureHeader.Format) -> [UInt8] {
    var count: CInt = 0
    let bytes =
      switch format {
      case .jpeg: gdImageJpegPtr(image, &count, 90)
      case .png: gdImagePngPtr(image, &count)
      case .webp: gdImageWebpPtr(image, &count)
      }
    guard let bytes else { return [] }
    defer { gdFree(bytes) }
    return Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  }

  /// The corners of a JPEG, in the order of reading: "RGBY".
  static func corners(of jpeg: [UInt8]) -> String {
    var jpeg = jpeg
    guard let image = gdImageCreateFromJpegPtr(CInt(jpeg.count), &jpeg) else { return "" }
    defer { gdImageDestroy(image) }
    let (right, bottom) = (image.pointee.sx - 20, image.pointee.sy - 20)
    return String(
      [(20, 20), (right, 20), (20, bottom), (right, bottom)].map {
        nearest(gdImageGetTrueColorPixel(image, $0.0, $0.1))
      })
  }

  private static func nearest(_ colour: CInt) -> Character {
    func distance(_ other: CInt) -> CInt {
      [16, 8, 0].map { abs((colour >> $0 & 0xFF) - (other >> $0 & 0xFF)) }.reduce(0, +)
    }
    return colours.min { distance($0.value) < distance($1.value) }?.key ?? "?"
  }

  static let secret = "33.8688 S, 151.2093 E"

  /// EXIF with an orientation, and with where it was taken.
  static func exif(_ orientation: Int, isLittleEndian: Bool = true) -> [UInt8] {
    func number(_ value: Int, _ width: Int) -> [UInt8] {
      let octets = (0..<width).map { UInt8(value >> (8 * $0) & 0xFF) }
      return isLittleEndian ? octets : octets.reversed()
    }
    let entries =
      number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + number(0, 2)
      + number(0x9286, 2) + number(7, 2) + number(secret.utf8.count, 4) + number(38, 4)
    return Array((isLittleEndian ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(2, 2) + entries
      + number(0, 4) + Array(secret.utf8)
  }

  /// The same picture with EXIF in it, as cameras put it there.
  static func picture(_ format: PictureHeader.Format, exif: [UInt8]) -> [UInt8] {
    let plain = picture(format)
    switch format {
    case .jpeg:
      let content = Array("Exif\0\0".utf8) + exif
      return inserting([0xFF, 0xE1] + big(content.count + 2, 2) + content, at: 2, in: plain)
    case .png: return inserting(chunk("eXIf", exif), at: 33, in: plain)
    case .webp:
      let canvas: [UInt8] = [0x08, 0, 0, 0, 95, 0, 0, 63, 0, 0]
      let chunks = riff("VP8X", canvas) + plain.dropFirst(12) + riff("EXIF", exif)
      return Array("RIFF".utf8) + big(chunks.count + 4, 4).reversed() + Array("WEBP".utf8) + chunks
    }
  }

  static func inserting(_ piece: [UInt8], at position: Int, in file: [UInt8]) -> [UInt8] {
    var file = file
    file.insert(contentsOf: piece, at: position)
    return file
  }

  static func big(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).reversed().map { UInt8(number >> (8 * $0) & 0xFF) }
  }

  /// A chunk of a PNG, with its check.
  static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let checked = Array(name.utf8) + content
    var check: UInt32 = 0xFFFF_FFFF
    for octet in checked {
      check ^= UInt32(octet)
      for _ in 0..<8 { check = check & 1 == 1 ? check >> 1 ^ 0xEDB8_8320 : check >> 1 }
    }
    return big(content.count, 4) + checked + big(Int(~check), 4)
  }

  private static func riff(_ name: String, _ content: [UInt8]) -> [UInt8] {
    Array(name.utf8) + big(content.count, 4).reversed() + content
      + [UInt8](repeating: 0, count: content.count % 2)
  }
}
