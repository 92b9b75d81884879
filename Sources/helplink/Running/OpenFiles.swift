import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// How many files and connections this process may have open (getrlimit(2)).
enum OpenFiles {
  /// For the database, the relay, templates, and whoever asks on the control socket.
  private static let kept = 256

  /// Raises the limit to what the system allows, and returns how many connections that leaves room for: at most 4,096, the
  /// traditional 1,024 being too few for a site that anybody may connect to.
  static func raise() -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 512 }
    let wanted = min(limit.rlim_max, 65_536)
    if limit.rlim_cur < wanted {
      limit.rlim_cur = wanted
      _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
      _ = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
    return min(4_096, max(64, Int(clamping: limit.rlim_cur) - kept))
  }
}
