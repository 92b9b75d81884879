import Foundation

/// Who recommends whom, in memory, as of one version of the record. What is asked of it counts only between members whose
/// listings are in the directory it is asked with.
public struct Recommendations: Sendable {
  private var made: [Practitioner.ID: [Recommendation]] = [:]
  private var received: [Practitioner.ID: [Practitioner.ID: Recommendation]] = [:]

  /// These recommendations; one a pair.
  public init(_ all: some Sequence<Recommendation>) {
    for (recommender, made) in Dictionary(grouping: all, by: \.recommender) { set(made, by: recommender) }
  }

  /// Puts what a member recommends in the place of what they recommended before.
  public mutating func set(_ recommendations: [Recommendation], by recommender: Practitioner.ID) {
    for before in made[recommender] ?? [] { received[before.recommended]?[recommender] = nil }
    made[recommender] = recommendations.isEmpty ? nil : recommendations
    for recommendation in recommendations {
      received[recommendation.recommended, default: [:]][recommender] = recommendation
    }
  }

  /// What stands between two, seen or not.
  public subscript(recommender: Practitioner.ID, recommended: Practitioner.ID) -> Recommendation? {
    received[recommended]?[recommender]
  }

  /// Those that a colleague has, in no order.
  public func of(_ recommended: Practitioner.ID, in directory: Directory) -> [Recommendation] {
    guard directory[recommended] != nil else { return [] }
    return received[recommended]?.values.filter { directory[$0.recommender] != nil } ?? []
  }

  /// Whom a member recommends.
  public func recommended(by recommender: Practitioner.ID, in directory: Directory) -> Set<Practitioner.ID> {
    guard directory[recommender] != nil else { return [] }
    return Set((made[recommender] ?? []).map(\.recommended).filter { directory[$0] != nil })
  }

  /// Whom those recommend whom a member recommends; not the member.
  public func recommendedByPeers(of member: Practitioner.ID, in directory: Directory) -> Set<Practitioner.ID>
  {
    recommended(by: member, in: directory)
      .reduce(into: Set()) { $0.formUnion(recommended(by: $1, in: directory)) }
      .subtracting([member])
  }
}
