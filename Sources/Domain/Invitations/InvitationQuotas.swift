/// How much mail to strangers one may bring about.
public struct InvitationQuotas: Hashable, Sendable {
  /// Invitations that a member may have open at a time, at least 1.
  public var open: Int
  /// Invitations that one address is sent a day, by whomever, at least 1.
  public var dailyPerAddress: Int

  /// 20 open, 3 a day and address, unless the operator says otherwise.
  public init(open: Int = 20, dailyPerAddress: Int = 3) {
    self.open = open
    self.dailyPerAddress = dailyPerAddress
  }
}
