import Domain
import Foundation
import GRDB

extension Record {
  /// What is on record of a member's listing, published or in the making; nil when there is no such member.
  public func listingProgress(of id: Practitioner.ID) throws -> ListingProgress.Facts? {
    guard let practitioner = try practitioner(id) else { return nil }
    return ListingProgress.Facts(
      practitioner: practitioner, listing: try listing(id), draft: try listingDraft(of: id) ?? ListingDraft())
  }

  /// What a member typed into the forms of their listing and has not published, or nil.
  public func listingDraft(of id: Practitioner.ID) throws -> ListingDraft? {
    guard let row = try first("SELECT draft FROM listing_draft WHERE practitioner_id = ?", [id.text]) else {
      return nil
    }
    do {
      return try JSONDecoder().decode(ListingDraft.self, from: Data((row["draft"] as String).utf8))
    } catch {
      throw StoreError.unreadableRow(table: "listing_draft", id: id.text, why: "not a draft's JSON")
    }
  }

  func put(_ draft: ListingDraft, of id: Practitioner.ID, at date: Date) throws {
    guard !draft.isEmpty else {
      return try run("DELETE FROM listing_draft WHERE practitioner_id = ?", [id.text])
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try run(
      """
      INSERT INTO listing_draft VALUES (?, ?, ?)
      ON CONFLICT (practitioner_id) DO UPDATE SET draft = excluded.draft, saved_at = excluded.saved_at
      """, [id.text, String(decoding: try encoder.encode(draft), as: UTF8.self), date.milliseconds])
  }
}
