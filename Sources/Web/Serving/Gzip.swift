import CZlib
import HTTPTypes
import Hummingbird

/// Makes an answer smaller on its way (RFC 1952), for a browser that takes it.
///
/// Only where the browser says (`Sec-Fetch-Site`) that the site's own page or its reader asked: another site that could make it
/// ask, and could see how long the answers are, would learn what a page holds by what it makes the page repeat (BREACH). Form
/// tokens are masked besides.
enum Gzip {
  /// Shorter bodies are not worth it.
  private static let least = 1_024
  /// zlib's levels go from 1 to 9; 5 takes half the time of 9 for two per cent more.
  private static let level: Int32 = 5

  /// Compresses a body in place and says so in its headers, if the request's browser takes it.
  static func encode(_ bytes: inout [UInt8], _ headers: inout HTTPFields, for request: Request) {
    guard bytes.count >= least else { return }
    headers[.vary] = "accept-encoding, sec-fetch-site"
    guard request.takesGzip, request.isFromOwnPage, let smaller = compressed(bytes) else { return }
    bytes = smaller
    headers[.contentEncoding] = "gzip"
  }

  /// The bytes in the format of gzip, or nil when zlib has no memory for it.
  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // 15 bits of window, and 16 for gzip's own header instead of zlib's.
    let begun = deflateInit2_(
      &stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard begun == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var input = bytes
    let capacity = Int(deflateBound(&stream, UInt(bytes.count)))
    var end = Z_STREAM_ERROR
    let output = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(capacity)
        end = deflate(&stream, Z_FINISH)
      }
      count = capacity - Int(stream.avail_out)
    }
    return end == Z_STREAM_END ? output : nil
  }
}

extension Request {
  /// Whether its client says that it takes gzip (RFC 9110, 12.5.3), not with a weight of nothing.
  var takesGzip: Bool {
    (headers[.acceptEncoding] ?? "").lowercased().split(separator: ",").contains { coding in
      let parts = coding.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
      guard parts.first == "gzip" else { return false }
      return !parts.dropFirst().contains { $0.hasPrefix("q=0") && !$0.contains { ("1"..."9").contains($0) } }
    }
  }

  /// Whether a browser says that a page of this site, or its reader, asked for this. Who says nothing does not.
  fileprivate var isFromOwnPage: Bool {
    guard let name = HTTPField.Name("sec-fetch-site"), let site = headers[name] else { return false }
    return site == "same-origin" || site == "none"
  }
}
