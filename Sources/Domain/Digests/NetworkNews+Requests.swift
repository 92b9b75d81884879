import Foundation

/// What is new between a member and help seekers.
extension NetworkNews {
  /// Who asks the member for a time since, and waits for an answer still.
  func requests(to facts: DigestFacts, since: Date) -> DigestSection {
    let known = Set((facts.told?.told(.requests) ?? []).map(\.request))
    let waiting = facts.requests.filter {
      isNew($0.askedAt, since: since) && moment < $0.answerBy && !known.contains($0)
    }
    return section(.requests, waiting.map { DigestItem($0) })
  }
}
