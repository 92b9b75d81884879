/// What stands in the place of somebody who was erased.
public enum Pseudonym {
  /// Of each of them.
  public static let name = "Former member"

  /// An address that is nobody's: its domain never exists (RFC 2606, section 2). No two members share one.
  public static func address(of id: Practitioner.ID) -> String { "\(id)@erased.invalid" }

  /// Where an invitation went whose inviter or guest was erased.
  public static let invited = "nobody@erased.invalid"
}
