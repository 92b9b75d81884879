import CCurl
import Foundation

// libcurl calls these on the thread that sends, while `SMTPConnection` holds the exchange.

private func exchange(_ context: UnsafeMutableRawPointer?) -> SMTPExchange? {
  context.map { Unmanaged<SMTPExchange>.fromOpaque($0).takeUnretainedValue() }
}

/// A socket was made: programs that this one starts shall not inherit it.
func curlOpenedSocket(_ context: UnsafeMutableRawPointer?, _ socket: curl_socket_t, _: curlsocktype) -> Int32
{
  _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
  exchange(context)?.opened()
  return Int32(CURL_SOCKOPT_OK)
}

/// Greeting, TLS and AUTH are done; MAIL comes next.
func curlBeforeRequest(
  _ context: UnsafeMutableRawPointer?, _: UnsafeMutablePointer<CChar>?, _: UnsafeMutablePointer<CChar>?,
  _: Int32, _: Int32
) -> Int32 {
  exchange(context)?.mayBegin() == true ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}

/// One line of a reply.
func curlReadLine(
  _ line: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let line else { return 0 }
  let octets = UnsafeRawBufferPointer(start: line, count: size * count)
  exchange(context)?.read(octets.assumingMemoryBound(to: UInt8.self))
  return octets.count
}

/// libcurl asks for more of the body.
func curlFillBody(
  _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
  guard let exchange = exchange(context) else { return Int(CURL_READFUNC_ABORT) }
  return exchange.fill(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
}

/// SMTP has no download; without this libcurl would print one.
func curlIgnore(_: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _: UnsafeMutableRawPointer?)
  -> Int
{
  size * count
}
