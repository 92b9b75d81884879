/// How young somebody is for whom help is looked for, who is under 18.
public enum Minority: Hashable, Sendable {
  /// Nobody of that age is 16.
  case under16
  /// Some of that age are 16 or 17.
  case under18

  /// Slugs of age groups. What the taxonomy may come to name is taken to be of adults.
  private static let young: Set = ["infant", "child"]
  private static let minor: Set = young.union(["adolescent"])

  /// Of age groups; nil of those that nobody under 18 is in.
  init?(ages: Set<String>) {
    guard !ages.isDisjoint(with: Self.minor) else { return nil }
    self = ages.isSubset(of: Self.young) ? .under16 : .under18
  }
}
