import CCurl
import Foundation

/// What the settings mean in libcurl's options (libcurl 7.85 or later; behaviour measured with 7.88.1).
extension CurlHandle {
  /// Sets everything that stays the same from message to message.
  func apply(_ settings: SMTPSettings) throws(TransportError) {
    try set(CURLOPT_URL, SMTPAddress.url(settings))
    try set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
    try set(CURLOPT_UPLOAD, 1)  // without it libcurl sends VRFY
    try set(CURLOPT_NOSIGNAL, 1)  // signals and threads do not mix
    try set(CURLOPT_PROXY, "")  // whatever the environment says
    try set(CURLOPT_MAXCONNECTS, 1)
    try applyTimeouts(settings)
    try applyEncryption(settings)
    try applyCredentials(settings)
  }

  /// A body that nobody takes off the wire counts as silence: the speed limit catches it, the timeout of
  /// replies does not.
  private func applyTimeouts(_ settings: SMTPSettings) throws(TransportError) {
    let seconds = max(1, Int((settings.responseTimeout / .seconds(1)).rounded(.up)))
    try set(CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(settings.connectTimeout / .milliseconds(1))))
    try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, seconds)
    try set(CURLOPT_LOW_SPEED_LIMIT, 1)
    try set(CURLOPT_LOW_SPEED_TIME, seconds)
  }

  private func applyEncryption(_ settings: SMTPSettings) throws(TransportError) {
    let level = settings.tls == .required ? CURLUSESSL_ALL : CURLUSESSL_NONE
    try set(CURLOPT_USE_SSL, Int(level.rawValue))
    try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
    guard let path = settings.caFile else { return }
    guard access(path, R_OK) == 0 else { throw .trustFile(path: path) }
    try set(CURLOPT_CAINFO, path)
    try clear(CURLOPT_CAPATH)  // or the system's authorities would be trusted beside them
  }

  /// PLAIN and LOGIN only: libcurl would prefer GSSAPI and DIGEST-MD5 wherever they are offered.
  private func applyCredentials(_ settings: SMTPSettings) throws(TransportError) {
    guard let user = settings.user else { return }
    try set(CURLOPT_USERNAME, user)
    try set(CURLOPT_PASSWORD, settings.password ?? "")
    try set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN")
  }
}
