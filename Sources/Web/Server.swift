import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import ServiceLifecycle

/// Where a site listens, and with which certificate.
public struct Listener: Sendable {
  /// An address or a name.
  public var host: String
  /// 0 lets the system choose one.
  public var port: Int
  /// Certificate chain and private key in PEM files; nil for plain HTTP.
  public var certificate: (chain: String, privateKey: String)?

  /// A place to listen.
  public init(host: String, port: Int, certificate: (chain: String, privateKey: String)? = nil) {
    self.host = host
    self.port = port
    self.certificate = certificate
  }

  /// Throws when a certificate and its private key cannot be read or do not belong together.
  public static func check(certificate: (chain: String, privateKey: String)) throws {
    _ = try NIOSSLContext(configuration: try Server.tlsConfiguration(certificate))
  }
}

/// Serves a router over HTTP or HTTPS until asked to stop, then finishes the requests in hand.
public struct Server: Service {
  private let application: any ApplicationProtocol
  private let listener: Listener

  /// A server; `running` is called with the port once it listens.
  public init(
    _ router: Router<SiteContext>, at listener: Listener, logger: Logger,
    running: @escaping @Sendable (Int) -> Void
  ) throws {
    self.listener = listener
    application = Application(
      responder: router.buildResponder(), server: try Self.builder(listener),
      configuration: ApplicationConfiguration(
        address: .hostname(listener.host, port: listener.port), serverName: nil),
      onServerRunning: { channel in running(channel.localAddress?.port ?? listener.port) }, logger: logger)
  }

  /// Serves until asked to stop.
  public func run() async throws {
    do { try await application.run() } catch let error as IOError where error.errnoCode == EADDRINUSE {
      throw ListenerError.portInUse(host: listener.host, port: listener.port)
    }
  }

  /// Throws when a certificate and its key cannot be read or do not belong together.
  static func tlsConfiguration(_ certificate: (chain: String, privateKey: String)) throws -> TLSConfiguration
  {
    let chain = try NIOSSLCertificate.fromPEMFile(certificate.chain).map {
      NIOSSLCertificateSource.certificate($0)
    }
    let key = try NIOSSLPrivateKey(file: certificate.privateKey, format: .pem)
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain, privateKey: .privateKey(key))
    configuration.minimumTLSVersion = .tlsv12
    return configuration
  }

  /// Headers are bounded to 16 KiB in 100 fields, and an idle connection to a minute.
  private static func builder(_ listener: Listener) throws -> HTTPServerBuilder {
    let http = HTTPServerBuilder.http1(
      configuration: HTTP1Channel.Configuration(
        idleTimeout: .seconds(60),
        httpDecoderConfiguration: .init(
          maxHeaderFieldSize: 8_192, maxHeaderListSize: 16_384, maxHeaderFieldCount: 100)))
    guard let certificate = listener.certificate else { return http }
    return try .tls(http, tlsConfiguration: try tlsConfiguration(certificate))
  }
}

/// Why a site cannot listen where it was told to.
public enum ListenerError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Another program has the port.
  case portInUse(host: String, port: Int)

  /// One line for the operator.
  public var description: String {
    switch self {
    case .portInUse(let host, let port): "port \(port) of \(host) is in use by another program"
    }
  }
}
