import Foundation

/// What a browser's signed cookie says it did for practitioners, and what follows from it.
public struct BrowserKnowledge: Hashable, Sendable, Codable {
  /// One thing that was done in this browser.
  public struct Entry: Hashable, Sendable, Codable {
    /// Whose it is.
    public var practitioner: Practitioner.ID
    /// The email whose button was pressed here, or nil for a sign-in.
    public var email: OutboxEntry.ID?
    /// When, in whole seconds.
    public var at: Int

    /// Something done at a moment.
    public init(practitioner: Practitioner.ID, email: OutboxEntry.ID?, at: Date) {
      self.practitioner = practitioner
      self.email = email
      self.at = Int(at.timeIntervalSince1970)
    }
  }

  /// What was done, oldest first.
  public var entries: [Entry]

  /// A browser that did these things.
  public init(entries: [Entry] = []) { self.entries = entries }

  /// A press makes a browser known only after this long, in seconds: a scanner's browser does not come back.
  public static let earnedAfter: TimeInterval = 86_400
  /// The newest are kept; a clinic's shared computer knows several practitioners.
  public static let mostEntries = 12

  /// Whether a button of this email was pressed here.
  public func pressed(_ email: OutboxEntry.ID) -> Bool { entries.contains { $0.email == email } }

  /// The emails whose presses may have made this browser known to a practitioner by `now`; whoever asks must still see
  /// that one of them was never contested.
  public func earnedPresses(for practitioner: Practitioner.ID, now: Date) -> [OutboxEntry.ID] {
    entries.filter {
      $0.practitioner == practitioner && now.timeIntervalSince1970 - Double($0.at) >= Self.earnedAfter
    }
    .compactMap(\.email)
  }

  /// Whether the practitioner signed in here.
  public func signedIn(_ practitioner: Practitioner.ID) -> Bool {
    signIn(of: practitioner) != nil
  }

  /// The practitioner's first sign-in here, or nil.
  public func signIn(of practitioner: Practitioner.ID) -> Entry? {
    entries.first { $0.practitioner == practitioner && $0.email == nil }
  }

  /// With one thing more; the same thing again only renews nothing, so that a press keeps its age.
  public func adding(_ entry: Entry) -> BrowserKnowledge {
    guard !entries.contains(where: { $0.practitioner == entry.practitioner && $0.email == entry.email })
    else { return self }
    return BrowserKnowledge(entries: (entries + [entry]).suffix(Self.mostEntries))
  }
}
