import CCurl
import Foundation

/// An easy handle of libcurl: made, configured, used and closed on one thread.
final class CurlHandle {
  private let handle: UnsafeMutableRawPointer
  /// libcurl writes what went wrong here; it belongs to this object as long as the handle lives.
  private let errorText: UnsafeMutablePointer<CChar>

  /// Must happen once, before any handle is made; a global is initialised under a lock.
  private static let globalCode = curl_global_init(Int(CURL_GLOBAL_SSL))

  init() throws(TransportError) {
    guard Self.globalCode == CURLE_OK, let handle = curl_easy_init() else {
      throw .curl(reason: "cannot be initialised")
    }
    self.handle = handle
    errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    try set(CURLOPT_ERRORBUFFER, pointer: errorText)
  }

  /// Says QUIT without waiting for its answer: libcurl would wait two minutes for a server that gives
  /// none.
  deinit {
    var socket = CURL_SOCKET_BAD
    if helplink_curl_get_socket(handle, &socket) == CURLE_OK, socket != CURL_SOCKET_BAD {
      shutdown(socket, Int32(SHUT_RD))
    }
    curl_easy_cleanup(handle)
    errorText.deallocate()
  }

  func set(_ option: CURLoption, _ value: Int) throws(TransportError) {
    try check(helplink_curl_set_long(handle, option, value))
  }

  func set(_ option: CURLoption, _ value: String) throws(TransportError) {
    try check(helplink_curl_set_string(handle, option, value))
  }

  func clear(_ option: CURLoption) throws(TransportError) {
    try check(helplink_curl_set_string(handle, option, nil))
  }

  private func set(_ option: CURLoption, pointer: UnsafeMutableRawPointer) throws(TransportError) {
    try check(helplink_curl_set_pointer(handle, option, pointer))
  }

  private func check(_ code: CURLcode) throws(TransportError) {
    guard code == CURLE_OK else { throw .curl(reason: String(cString: curl_easy_strerror(code))) }
  }

  /// Has libcurl tell `exchange` what happens; the caller keeps `exchange` for as long as the handle.
  func connect(to exchange: SMTPExchange) throws(TransportError) {
    let context = Unmanaged.passUnretained(exchange).toOpaque()
    try check(helplink_curl_set_socket(handle, curlOpenedSocket, context))
    try check(helplink_curl_set_before_request(handle, curlBeforeRequest, context))
    try check(helplink_curl_set_header(handle, curlReadLine, context))
    try check(helplink_curl_set_read(handle, curlFillBody, context))
    try check(helplink_curl_set_write(handle, curlIgnore))
  }

  /// Runs one SMTP transaction to its end.
  func perform(sender: String, recipient: String) -> CURLcode {
    errorText.pointee = 0
    guard let recipients = curl_slist_append(nil, recipient) else { return CURLE_OUT_OF_MEMORY }
    defer { curl_slist_free_all(recipients) }
    let codes = [
      helplink_curl_set_string(handle, CURLOPT_MAIL_FROM, sender),
      helplink_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients),
    ]
    return codes.first { $0 != CURLE_OK } ?? curl_easy_perform(handle)
  }

  /// Connects and gives one command that is about no message, such as NOOP.
  func perform(command: String) -> CURLcode {
    errorText.pointee = 0
    let codes = [
      helplink_curl_set_long(handle, CURLOPT_UPLOAD, 0),
      helplink_curl_set_string(handle, CURLOPT_CUSTOMREQUEST, command),
    ]
    return codes.first { $0 != CURLE_OK } ?? curl_easy_perform(handle)
  }

  /// What libcurl says about `code`, on one line.
  func detail(of code: CURLcode) -> String {
    let detail = String(cString: errorText)
    return (detail.isEmpty ? String(cString: curl_easy_strerror(code)) : detail).replacing("\n", with: " ")
  }
}
