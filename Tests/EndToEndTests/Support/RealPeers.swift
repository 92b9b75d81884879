import Foundation
import Testing

/// Whether tests may start a mail server and a browser: those want Debian's packages and root, so they wait to
/// be asked.
enum RealPeers {
  static let areAsked = ProcessInfo.processInfo.environment["HELPLINK_REAL_PEERS"] == "1"
  static let reason: Comment =
    "starts Postfix, Chromium or programs of systemd: set HELPLINK_REAL_PEERS=1, as .ci/run does"
}
