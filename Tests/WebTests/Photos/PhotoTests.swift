import CGD
import Foundation
import Testing

@testable import Web

struct PhotoTests {
  private func refusal(_ file: [UInt8]) -> PhotoRefusal? {
    do throws(PhotoRefusal) {
      _ = try Photo.prepared(from: file)
      return nil
    } catch { return error }
  }

  private func header(_ file: [UInt8]) throws -> PictureHeader { try PictureHeader(Octets(file)) }

  @Test(arguments: PhotoSamples.formats)
  func `a picture becomes a square JPEG of 512 pixels, the same each time`(format: PictureHeader.Format)
    throws
  {
    for (width, height) in [(96, 64), (64, 96), (1, 1), (3, 700), (1_200, 800)] {
      let picture = PhotoSamples.picture(format, width: width, height: height)
      let read = try header(picture)
      #expect(read == (try PictureHeader(format, width: width, height: height, orientation: nil)))
      let photo = try Photo.prepared(from: picture)
      #expect(try header(photo) == PictureHeader(.jpeg, width: 512, height: 512, orientation: nil))
      #expect(try Photo.prepared(from: picture) == photo)
    }
    #expect(PhotoSamples.corners(of: try Photo.prepared(from: PhotoSamples.picture(format))) == "RGBY")
  }

  @Test(arguments: [
    (1, "RGBY"), (2, "GRYB"), (3, "YBGR"), (4, "BYRG"), (5, "RBGY"), (6, "BRYG"), (7, "YGBR"), (8, "GYRB"),
  ])
  func `it is turned upright, and where it was taken is gone`(orientation: Int, corners: String) throws {
    for format in PhotoSamples.formats {
      for isLittleEndian in [true, false] {
        let exif = PhotoSamples.exif(orientation, isLittleEndian: isLittleEndian)
        let picture = PhotoSamples.picture(format, exif: exif)
        #expect(Data(picture).range(of: Data(PhotoSamples.secret.utf8)) != nil)
        let photo = try Photo.prepared(from: picture)
        #expect(PhotoSamples.corners(of: photo) == corners, "\(format)")
        for trace in [PhotoSamples.secret, "Exif", "II*", "MM\0*"] {
          #expect(Data(photo).range(of: Data(trace.utf8)) == nil)
        }
      }
    }
  }

  @Test(arguments: [0, 9, 65_535])
  func `an orientation that there is not is none`(orientation: Int) throws {
    let picture = PhotoSamples.picture(.jpeg, exif: PhotoSamples.exif(orientation))
    #expect(PhotoSamples.corners(of: try Photo.prepared(from: picture)) == "RGBY")
  }

  @Test func `what is transparent becomes white`() throws {
    let image = try #require(gdImageCreateTrueColor(40, 40))
    defer { gdImageDestroy(image) }
    gdImageAlphaBlending(image, 0)
    gdImageSaveAlpha(image, 1)
    gdImageFilledRectangle(image, 0, 0, 39, 39, 0x7F00_0000)
    for format in [PictureHeader.Format.png, .webp] {
      var photo = try Photo.prepared(from: PhotoSamples.encoded(image, format))
      let decoded = try #require(gdImageCreateFromJpegPtr(CInt(photo.count), &photo))
      defer { gdImageDestroy(decoded) }
      #expect(gdImageGetTrueColorPixel(decoded, 256, 256) & 0xFFFFFF == 0xFFFFFF)
    }
  }

  static let strangers: [String] = [
    "GIF89a\u{1}\0\u{1}\0\0\0\0;",
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
    "<!DOCTYPE html><script>alert(1)</script>", "PK\u{3}\u{4}", "%PDF-1.7", "BM", "RIFF\0\0\0\0WAVE",
    "\0\0\0\u{18}ftypheic",
    "II*\0", "#!/bin/sh\n", " ", "\0",
  ]

  @Test(arguments: strangers)
  func `what is no picture of the three kinds is refused, whatever follows in it`(beginning: String) {
    for format in PhotoSamples.formats {
      #expect(refusal(Array(beginning.utf8) + PhotoSamples.picture(format)) == .otherKind)
    }
    #expect(refusal(Array(beginning.utf8)) == .otherKind)
  }

  @Test(arguments: PhotoSamples.formats)
  func `what rides along behind a picture is not in the photo`(format: PictureHeader.Format) throws {
    let rider = "PK\u{3}\u{4}<script>alert(document.cookie)</script>"
    let photo = try Photo.prepared(from: PhotoSamples.picture(format) + Array(rider.utf8))
    #expect(photo == (try Photo.prepared(from: PhotoSamples.picture(format))))
    #expect(Data(photo).range(of: Data("script".utf8)) == nil)
  }

  @Test(arguments: PhotoSamples.formats)
  func `a file that was cut short is refused at whatever octet`(format: PictureHeader.Format) {
    let whole = PhotoSamples.picture(format)
    for length in Set((0...60).map { $0 * (whole.count - 1) / 60 }) {
      #expect(refusal(Array(whole.prefix(length))) != nil, "\(length) of \(whole.count)")
    }
    #expect(refusal([]) == .empty)
  }

  @Test func `a small file that claims a huge picture is refused before anything is decoded`() {
    let size = PhotoSamples.big(20_000, 4)
    let png =
      Array([0x89] + "PNG\r\n\u{1A}\n".utf8) + PhotoSamples.chunk("IHDR", size + size + [8, 6, 0, 0, 0])
      + PhotoSamples.chunk("IDAT", [0x78, 0x9C, 3, 0, 0, 0, 0, 1]) + PhotoSamples.chunk("IEND", [])
    #expect(refusal(png) == .tooManyPixels)
    let frame: [UInt8] =
      [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8] + PhotoSamples.big(20_000, 2) + PhotoSamples.big(20_000, 2)
    #expect(refusal(frame + [1, 1, 0x11, 0, 0xFF, 0xDA, 0, 2, 0xFF, 0xD9]) == .tooManyPixels)
    let canvas: [UInt8] = [0, 0, 0, 0, 0xFF, 0x3F, 0, 0xFF, 0x3F, 0]
    let chunk = Array("WEBPVP8X".utf8) + [10, 0, 0, 0] + canvas
    #expect(refusal(Array("RIFF".utf8) + [UInt8(chunk.count), 0, 0, 0] + chunk) == .tooManyPixels)
    #expect(
      refusal(
        Array("RIFF".utf8) + [UInt8(chunk.count), 0, 0, 0] + Array("WEBPVP8X".utf8) + [10, 0, 0, 0, 2]
          + canvas.dropFirst()) == .moving)
  }

  @Test func `a picture that is drawn in a thousand passes is refused`() {
    let frame: [UInt8] = [0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0]
    for (count, expected) in [(100, true), (101, false)] {
      let scans = (0..<count).flatMap { _ in [0xFF, 0xDA, 0, 2, 1, 0xFF, 0, 2] as [UInt8] }
      #expect(((try? JPEGFile(Octets(frame + scans + [0xFF, 0xD9]))) != nil) == expected)
    }
  }

  @Test func `a PNG is decoded without its texts and profiles`() throws {
    let plain = PhotoSamples.picture(.png)
    let texts = ["zTXt", "iTXt", "iCCP", "tEXt", "eXIf", "prVt"].flatMap {
      PhotoSamples.chunk($0, Array("Comment\0\0".utf8) + [UInt8](repeating: 0x55, count: 4_000))
    }
    let laden = PhotoSamples.inserting(texts, at: 33, in: plain)
    #expect(try PNGFile(Octets(laden)).picture == PNGFile(Octets(plain)).picture)
    #expect(try Photo.prepared(from: laden) == Photo.prepared(from: plain))
  }

  @Test func `five megabytes are taken, and one octet more is not`() throws {
    let picture = PhotoSamples.picture(.jpeg)
    let padded = picture + [UInt8](repeating: 0, count: Photo.mostOctets - picture.count)
    #expect(refusal(padded) == nil)
    #expect(refusal(padded + [0]) == .tooLarge)
  }

  @Test(arguments: PhotoRefusal.allCases)
  func `each refusal is a sentence that says what to do`(refusal: PhotoRefusal) {
    #expect(refusal.sentence.hasSuffix("."))
    #expect(refusal.sentence.contains(#/(Choose|choose|Try again)/#))
  }
}
