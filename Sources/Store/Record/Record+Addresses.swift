import Domain
import Foundation
import GRDB

extension Record {
  /// What stands behind a link that changes a member's address.
  public func addressChangeFacts(_ digest: SecretDigest) throws -> AddressChange.Facts {
    let link = try accountLink(digest)
    guard let link, case .addressChange(let address) = link.purpose else {
      return AddressChange.Facts(link: nil, practitioner: nil, holder: nil)
    }
    return AddressChange.Facts(
      link: link, practitioner: try practitioner(link.practitioner), holder: try practitioner(at: address))
  }

  /// Applies what concerns a member's address, and returns the member whose listing it may have altered.
  func applyAddress(_ change: Change) throws -> Practitioner.ID? {
    switch change {
    case .linksEnded(let id, let date):
      for table in ["sign_in_link", "account_link"] {
        try run(
          "UPDATE \(table) SET expires_at = ? WHERE practitioner_id = ? AND used_at IS NULL AND expires_at > ?",
          [date.milliseconds, id.text, date.milliseconds])
      }
      return nil
    case .addressChanged(let id, let address):
      try run(
        "UPDATE practitioner SET email = ?, email_key = ? WHERE id = ?", [address.text, address.key, id.text])
      return id
    default: return nil
    }
  }
}
