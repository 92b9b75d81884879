import Domain
import Foundation
import X509

extension Probe {
  /// Renewals happen a month before a certificate expires; three weeks before, something is wrong with them. In days.
  static let leastDays = 21

  /// Whether browsers will take the certificate of the site's https: the one of `http.tls`, or the one that is shown at the
  /// site's address, which is then a proxy's.
  static func site(_ configuration: Configuration, roots: TrustedRoots, now: Date) async -> Probe {
    let address = configuration.site.url
    let of = "site \(address)"
    guard address.isHTTPS else { return .well(of, "plain HTTP, for this machine alone") }
    do throws(SiteChainTrouble) {
      let chain: [Certificate]
      if let tls = configuration.http.tls {
        chain = try SiteChain.read(tls.certificate)
      } else {
        chain = try await SiteChain.fetch(address)
      }
      return try await judge(chain, of: of, host: address.host, roots: roots, now: now)
    } catch { return .wrong(of, error.description) }
  }

  /// Every link of a chain may be the first to expire.
  private static func judge(
    _ chain: [Certificate], of: String, host: String, roots: TrustedRoots, now: Date
  ) async throws(SiteChainTrouble) -> Probe {
    guard let own = chain.first, let end = chain.map(\.notValidAfter).min() else { throw .none }
    let day = end.formatted(.iso8601.year().month().day())
    guard own.notValidBefore <= now else {
      return .wrong(
        of,
        "the certificate is valid only from \(own.notValidBefore.formatted(.iso8601)): is this machine's clock right?"
      )
    }
    guard end > now else { return .wrong(of, "the certificate expired on \(day): renew it") }
    guard await isFor(host, own) else {
      return .wrong(of, "the certificate is not for \(host): get one for the host in site.url")
    }
    guard try await isTrusted(chain, roots) else {
      return .wrong(
        of,
        "no authority that this machine trusts vouches for the certificate: the file must hold the whole chain, the site's own certificate first"
      )
    }
    guard end.timeIntervalSince(now) >= Double(leastDays) * 86_400 else {
      return .wrong(
        of, "the certificate expires on \(day), in less than \(leastDays) days: see why it was not renewed")
    }
    return .well(of, "well: the certificate is for \(host), trusted here, and valid until \(day)")
  }

  /// By the names in the certificate alone (RFC 9525): here it is believed itself.
  private static func isFor(_ host: String, _ own: Certificate) async -> Bool {
    let isAddress = IPAddress(host) != nil
    var verifier = Verifier(rootCertificates: CertificateStore([own])) {
      RFC5280Policy()
      ServerIdentityPolicy(serverHostname: isAddress ? nil : host, serverIP: isAddress ? host : nil)
    }
    return await verifier.validate(leaf: own, intermediates: CertificateStore()).isValid
  }

  private static func isTrusted(
    _ chain: [Certificate], _ roots: TrustedRoots
  ) async throws(SiteChainTrouble) -> Bool {
    guard let own = chain.first else { return false }
    var verifier = Verifier(rootCertificates: try roots.store()) { RFC5280Policy() }
    return await verifier.validate(leaf: own, intermediates: CertificateStore(chain.dropFirst())).isValid
  }
}

extension CertificateValidationResult {
  fileprivate var isValid: Bool {
    if case .validCertificate = self { true } else { false }
  }
}
