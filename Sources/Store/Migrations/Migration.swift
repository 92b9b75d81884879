/// A step of the schema. Once released it never changes; a mistake is mended by a later one.
struct Migration: Sendable {
  let name: String
  /// Statements in the dialect that SQLite ≥ 3.40 and PostgreSQL ≥ 15 share.
  let sql: String

  /// All steps, oldest first.
  static let all: [Migration] = [
    .foundation, .exactTime, .dueIndex, .refusals, .accounts, .erasure, .savedSearches, .putOffIndex,
    .referrals, .matching, .bookings, .digests, .requests,
  ]
}
