import Foundation

/// A text file that an operator wrote: the configuration, a schedule, a template.
public enum WrittenFile {
  /// Why a file cannot be taken, and where in it.
  public struct Refusal: Error, Hashable, Sendable {
    /// Counted from 1; nil when the whole file is meant.
    public var line: Int?
    /// Counted from 1, in Unicode scalars.
    public var column: Int?
    /// What is wrong, as a clause: "there is no such file".
    public var message: String
  }

  /// 1 MiB, a thousand times what such files hold: a log or a device named by mistake is not read to its end.
  public static let largest = 1 << 20

  /// The text of a file in UTF-8, without the byte order mark that some editors write, and without control characters other
  /// than tabs and line ends. `mayBePipe`: a shell's `<(…)` will do.
  public static func text(at path: String, mayBePipe: Bool = false) throws(Refusal) -> String {
    let octets = try content(of: path, mayBePipe: mayBePipe)
    guard octets.count <= largest else {
      throw Refusal(message: "is larger than 1 MiB: is it the right file?")
    }
    return try WrittenText.decode(octets)
  }

  /// The names in a folder, in order, without hidden files. By path and not by URL: Foundation finds nothing, silently, in a
  /// URL that is a symbolic link.
  public static func names(in folder: String) throws(Refusal) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      var facts = stat()
      guard stat(folder, &facts) == 0 else { throw refusal(errno, what: "folder") }
      guard facts.st_mode & S_IFMT == S_IFDIR else { throw Refusal(message: "is a file, not a folder") }
      throw refusal(EACCES, what: "folder")
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  private static func content(of path: String, mayBePipe: Bool) throws(Refusal) -> Data {
    var facts = stat()
    guard stat(path, &facts) == 0 else { throw refusal(errno, what: "file") }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw Refusal(message: "is a folder, not a file")
    case S_IFIFO where mayBePipe: break
    default: throw Refusal(message: "is not a file")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw refusal(errno, what: "file") }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var content = Data()
    do {
      while content.count <= largest, let piece = try file.read(upToCount: largest + 1 - content.count),
        !piece.isEmpty
      {
        content += piece
      }
    } catch { throw Refusal(message: "cannot be read: \(error.localizedDescription)") }
    return content
  }

  private static func refusal(_ code: CInt, what: String) -> Refusal {
    switch code {
    case ENOENT: Refusal(message: "there is no such \(what)")
    case EACCES: Refusal(message: "the user \(NSUserName()) may not read it")
    default: Refusal(message: "cannot be read: \(String(cString: strerror(code)))")
    }
  }
}
