import Foundation

/// Delivers into a Maildir on this machine instead of sending: for the demo, for previews and for tests.
///
/// Promise: a reader of `new` sees a whole message or none, and what was accepted is on disk.
public struct MaildirTransport: Transport {
  private let folder: String

  /// A transport into the Maildir at the path `folder`; it is made when it does not exist.
  public init(folder: String) { self.folder = folder }

  /// A sender into the folder; makes `tmp`, `new` and `cur`, readable by their owner alone.
  public func makeConnection() throws(TransportError) -> any TransportConnection {
    do throws(DurableFile.Failure) {
      for name in ["tmp", "new", "cur"] { try DurableFile.makeFolder("\(folder)/\(name)") }
    } catch {
      throw .folder(path: folder, reason: error.description)
    }
    return MaildirConnection(folder: folder)
  }
}
