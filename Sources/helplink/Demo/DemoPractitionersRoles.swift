/// What a profession brings to a listing of the demo.
struct DemoRole {
  /// A slug of the taxonomy.
  let profession: String
  /// How often, among the others.
  let share: Double
  /// "a clinical psychologist".
  let title: String
  /// Dollars a session, lowest and highest.
  let fees: ClosedRange<Int>
  /// Who may pay: the first always, the others sometimes.
  let funding: [String]
  /// Services that some offer.
  let services: [String]

  private init(
    _ profession: String, _ share: Double, _ title: String, _ fees: ClosedRange<Int>, _ funding: [String],
    _ services: [String] = []
  ) {
    self.profession = profession
    self.share = share
    self.title = title
    self.fees = fees
    self.funding = funding
    self.services = services
  }

  /// How long one can have been in it: nobody stays provisional for long.
  var years: ClosedRange<Int> { profession == "provisional-psychologist" ? 2...3 : 3...33 }

  /// "Dr ", or nothing: always for medical practitioners, sometimes for those who may have written a thesis.
  static func title(of profession: String, chance: inout DemoChance) -> String {
    if ["psychiatrist", "gp", "paediatrician"].contains(profession) { return "Dr " }
    return chance.happens(profession.hasSuffix("psychologist") ? 0.25 : 0.04) ? "Dr " : ""
  }

  private static let psychology = [
    "medicare-better-access", "private", "ndis-self", "ndis-plan", "workers-comp", "dva", "victims-services",
    "eap",
    "concession", "private-health",
  ]
  private static let allied = [
    "medicare-better-access", "private", "ndis-self", "ndis-plan", "dva", "concession",
  ]
  private static let unfunded = ["private", "private-health", "eap", "concession", "ndis-self"]
  private static let medical = ["medicare-other", "private", "bulk-billed", "dva"]

  static let all: [DemoRole] = [
    DemoRole(
      "clinical-psychologist", 46, "a clinical psychologist", 220...310, psychology,
      ["assessment-adhd-adult", "secondary-consultation", "group-program"]),
    DemoRole(
      "psychologist", 42, "a psychologist", 170...260, psychology,
      ["group-program", "secondary-consultation"]),
    DemoRole(
      "provisional-psychologist", 6, "a provisional psychologist", 90...150, ["private", "concession"]),
    DemoRole("counselling-psychologist", 7, "a counselling psychologist", 190...260, psychology),
    DemoRole(
      "neuropsychologist", 5, "a clinical neuropsychologist", 240...320,
      ["private", "ndis-plan", "workers-comp", "ctp-tac"],
      ["neuropsychological-assessment", "cognitive-iq-assessment"]),
    DemoRole(
      "forensic-psychologist", 3, "a forensic psychologist", 230...300, ["private", "victims-services"],
      ["court-medico-legal-report"]),
    DemoRole(
      "edu-dev-psychologist", 8, "an educational and developmental psychologist", 190...260, psychology,
      ["assessment-autism-child", "assessment-adhd-child", "learning-educational-assessment"]),
    DemoRole("health-psychologist", 4, "a health psychologist", 190...260, psychology),
    DemoRole("psychiatrist", 10, "a psychiatrist", 320...520, medical, ["assessment-adhd-adult"]),
    DemoRole("gp", 4, "a GP with an interest in mental health", 90...180, medical),
    DemoRole("paediatrician", 4, "a paediatrician", 280...450, medical, ["assessment-autism-child"]),
    DemoRole(
      "mh-ot", 9, "a mental health occupational therapist", 170...220, allied,
      ["ndis-functional-capacity-assessment"]),
    DemoRole(
      "mh-nurse", 6, "a mental health nurse", 90...160, ["phn", "private", "ndis-plan", "bulk-billed"]),
    DemoRole("amhsw", 22, "an accredited mental health social worker", 140...200, allied, ["family-report"]),
    DemoRole("counsellor", 14, "a counsellor", 100...160, unfunded, ["group-program"]),
    DemoRole("psychotherapist", 10, "a psychotherapist", 130...200, unfunded),
  ]
}
