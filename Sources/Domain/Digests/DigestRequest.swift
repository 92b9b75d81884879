import Foundation

/// A request for a time as a digest tells of it: nothing of who asks, nor of what for.
public struct DigestRequest: Hashable, Sendable, Codable {
  /// Which one.
  public var id: TimeRequest.ID
  /// Which part of it is the member's.
  public var number: Int
  /// When they were asked; they may be asked once more, for another time.
  public var askedAt: Date

  /// A request that a member was asked to answer.
  public init(id: TimeRequest.ID, number: Int, askedAt: Date) {
    self.id = id
    self.number = number
    self.askedAt = askedAt
  }

  /// Until when they may answer.
  public var answerBy: Date { askedAt + TimeRequest.answerLasts }
}
