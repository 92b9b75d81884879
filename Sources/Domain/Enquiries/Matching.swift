import Foundation

/// Who fits an enquiry, and how well: pure, so that the same enquiry over the same listings shows the same people.
public struct Matching: Sendable {
  private struct Candidate: Sendable {
    let slot: Int
    let practitioner: Practitioner.ID
    let kilometres: Double?
    /// In hundredths of points.
    let score: Int
    /// Equals have one step; the higher come first.
    let step: Int
  }

  /// What is asked for.
  public let needs: SeekerNeeds
  private let directory: Directory
  private let candidates: [Candidate]

  /// Looks through the listings of an index for what is needed, at `now`.
  public init(_ index: SearchIndex, needs: SeekerNeeds, rules: MatchingRules, now: Date) {
    self.needs = needs
    directory = index.directory
    let musts = MatchMusts(index, needs, now: now)
    let scoring = MatchScore(needs, rules, now: now)
    let step = max(1, rules.alike * 100)
    var candidates: [Candidate] = []
    musts.forEach { slot, listing in
      let kilometres = musts.kilometres(slot)
      let score = scoring.of(listing, kilometres: kilometres)
      candidates.append(
        Candidate(
          slot: slot, practitioner: listing.practitioner, kilometres: kilometres, score: score,
          step: score / step))
    }
    self.candidates = candidates
  }

  /// How many there are.
  public var count: Int { candidates.count }

  /// The best so many, equals as a seed turns them.
  public func first(_ count: Int, seed: UInt64) -> [Match] {
    best(count, seed: seed).compactMap { candidate in
      directory[slot: candidate.slot].map { Match($0, needs, candidate.kilometres, score: candidate.score) }
    }
  }

  /// The same by name alone.
  public func practitioners(_ count: Int, seed: UInt64) -> [Practitioner.ID] {
    best(count, seed: seed).map(\.practitioner)
  }

  /// Those on steps too low to be among them are left unsorted.
  private func best(_ count: Int, seed: UInt64) -> [Candidate] {
    let sizes = Dictionary(grouping: candidates, by: \.step).mapValues(\.count)
    var (lowest, sofar) = (Int.max, 0)
    for (step, size) in sizes.sorted(by: { $0.key > $1.key }) where sofar < count {
      lowest = step
      sofar += size
    }
    return candidates.lazy.filter { $0.step >= lowest }
      .map { (key: MatchRotation.key($0.practitioner, seed: seed), candidate: $0) }
      .sorted {
        ($1.candidate.step, $0.key, $0.candidate.practitioner)
          < ($0.candidate.step, $1.key, $1.candidate.practitioner)
      }
      .prefix(max(0, count)).map(\.candidate)
  }
}
