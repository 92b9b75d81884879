/// What somebody typed who asks for a time.
public struct RequestForm: Hashable, Sendable {
  /// Who they are.
  public var seeker: SeekerForm
  /// Which times suit them; may be empty.
  public var wishes: String
  /// Whether the next who fits is to be asked if the first cannot.
  public var asksNext: Bool

  /// The most characters that wishes may have.
  public static let mostWishes = 300

  /// What was typed.
  public init(seeker: SeekerForm = SeekerForm(), wishes: String = "", asksNext: Bool = false) {
    self.seeker = seeker
    self.wishes = wishes
    self.asksNext = asksNext
  }

  /// Everything that is wrong, in the order of the form.
  public var problems: [SeekerForm.Problem] {
    let problems = seeker.problems
    guard Self.read(wishes) == nil else { return problems }
    let problem = SeekerForm.Problem(
      field: "wishes", sentence: "Shorten this to \(Self.mostWishes) characters")
    return problems.filter { $0.field != "agree" } + [problem] + problems.filter { $0.field == "agree" }
  }

  /// Wishes on one line; nil when they are too long.
  public static func read(_ wishes: String) -> String? {
    let line = SearchReading.oneLine(wishes)
    return line.unicodeScalars.count <= mostWishes ? line : nil
  }
}
