extension String {
  /// The text with `<address>` for every email address in it: a server's reply quotes its recipient, and
  /// nothing personal may stand in a log.
  ///
  /// An address is whatever stands around an at-sign (RFC 5322, section 3.4.1), also with a quoted local part, an address
  /// literal, in angle brackets with words beside it, percent-encoded, or in other scripts. In doubt a word too many goes.
  public var withoutAddresses: String { replacingAddresses(or: nil) }

  /// The same without the local part of one recipient, which some servers quote alone ("no such user: amelia.hart"),
  /// in any case of its letters, wherever it stands as a word of its own.
  public func withoutAddresses(orNameOf recipient: EmailAddress) -> String {
    replacingAddresses(or: Array(recipient.text.unicodeScalars.prefix { $0 != "@" }))
  }

  private func replacingAddresses(or name: [Unicode.Scalar]?) -> String {
    let scalars = Array(unicodeScalars)
    let addresses = AddressSearch(scalars: scalars)
    var kept = String.UnicodeScalarView()
    var position = 0
    while position < scalars.count {
      let address = addresses.next(from: position)
      let name = name.flatMap { addresses.word($0, from: position, before: address?.lowerBound) }
      guard let found = name ?? address else { break }
      kept.append(contentsOf: scalars[position..<max(found.lowerBound, position)])
      kept.append(contentsOf: "<address>".unicodeScalars)
      position = found.upperBound
    }
    kept.append(contentsOf: scalars[position...])
    return String(kept)
  }
}
