import CCurl
import Foundation
import Mail
import SwiftASN1
import X509

/// Why there is no chain of certificates to look at.
enum SiteChainTrouble: Error, CustomStringConvertible {
  case none
  case unreadable(String)
  case unreachable(String)

  var description: String {
    switch self {
    case .none: "there is no certificate in PEM"
    case .unreadable(let what): what
    case .unreachable(let why):
      "\(why); is the proxy in front of the daemon running, and does the host in site.url lead to it?"
    }
  }
}

/// The authorities that are believed: those of `$SSL_CERT_FILE`, as OpenSSL has it, or the system's.
struct TrustedRoots: Sendable {
  let file: String?

  init(environment: [String: String]) { file = environment["SSL_CERT_FILE"] }

  func store() throws(SiteChainTrouble) -> CertificateStore {
    guard let file else { return CertificateStore.systemTrustRoots }
    return CertificateStore(try SiteChain.read(file))
  }
}

/// Certificates, the site's own first.
enum SiteChain {
  /// Connecting and TLS may take so long together, in milliseconds.
  private static let patience = 15_000

  /// From a file in PEM.
  static func read(_ path: String) throws(SiteChainTrouble) -> [Certificate] {
    do { return try certificates(try WrittenFile.text(at: path)) } catch let error as WrittenFile.Refusal {
      throw .unreadable("\(path): \(error.message)")
    } catch { throw .unreadable("\(path): holds no certificate in PEM") }
  }

  /// As it is shown to whoever connects to the site; nothing is asked of it.
  static func fetch(_ address: SiteAddress) async throws(SiteChainTrouble) -> [Certificate] {
    let shown = await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: handshake(address.text)) }
    }
    do { return try certificates(try shown.get()) } catch let trouble as SiteChainTrouble {
      throw trouble
    } catch {
      throw .unreadable("the certificate shown there cannot be read: \(error)")
    }
  }

  private static func certificates(_ text: String) throws -> [Certificate] {
    try PEMDocument.parseMultiple(pemString: text).filter { $0.discriminator == "CERTIFICATE" }
      .map { try Certificate(pemDocument: $0) }
  }

  /// Does no more than TLS. What is shown is believed here, and judged later.
  private static func handshake(_ url: String) -> Result<String, SiteChainTrouble> {
    guard let handle = curl_easy_init() else {
      return .failure(.unreachable("libcurl cannot be initialised"))
    }
    defer { curl_easy_cleanup(handle) }
    let options: [(CURLoption, Int)] = [
      (CURLOPT_CONNECT_ONLY, 1), (CURLOPT_CERTINFO, 1), (CURLOPT_SSL_VERIFYPEER, 0),
      (CURLOPT_SSL_VERIFYHOST, 0),
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT_MS, patience), (CURLOPT_TIMEOUT_MS, patience),
    ]
    for (option, value) in options { _ = helplink_curl_set_long(handle, option, value) }
    _ = helplink_curl_set_string(handle, CURLOPT_PROXY, "")
    _ = helplink_curl_set_string(handle, CURLOPT_PROTOCOLS_STR, "https")
    _ = helplink_curl_set_string(handle, CURLOPT_URL, url)
    let code = curl_easy_perform(handle)
    guard code == CURLE_OK else {
      return .failure(.unreachable(String(cString: curl_easy_strerror(code))))
    }
    return .success(shown(handle))
  }

  /// Each certificate is a list of fields; that named `Cert:` is the whole of it in PEM.
  private static func shown(_ handle: UnsafeMutableRawPointer) -> String {
    var information: UnsafeMutablePointer<curl_certinfo>?
    guard helplink_curl_get_certificates(handle, &information) == CURLE_OK, let information else { return "" }
    var text = ""
    for number in 0..<Int(information.pointee.num_of_certs) {
      var field = information.pointee.certinfo?[number]
      while let one = field?.pointee {
        let words = String(cString: one.data)
        if words.hasPrefix("Cert:") { text += words.dropFirst(5) + "\n" }
        field = one.next
      }
    }
    return text
  }
}
