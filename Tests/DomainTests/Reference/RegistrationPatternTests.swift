import Testing

@testable import Domain

struct RegistrationPatternTests {
  @Test(arguments: [
    ("^PSY[0-9]{10}$", "PSY and 10 digits"), ("^[0-9]{4,8}$", "4 to 8 digits"),
    ("^[A-Za-z0-9]{3,12}$", "3 to 12 letters or digits"), ("^[A-Z]{3}$", "3 letters"),
  ])
  func `a pattern can be said in words`(regex: String, words: String) {
    #expect(RegistrationPattern(regex: regex)?.words == words)
  }

  @Test(arguments: [
    "", "^PSY$", "PSY[0-9]{10}$", "^PSY[0-9]{10}", "^PSY[0-9]+$", "^P.Y[0-9]{10}$", "^[0-8]{4}$", "^[]{4}$",
    "^[0-9]{0}$",
    "^[0-9]{8,4}$", "^[0-9]{4,}$", "^[0-9]{}$", "^[0-9]{1,2,3}$", "^[0-9]{999}$", "^[0-9][A-Z]{4}$", "^}$",
    "}$",
  ])
  func `any other form is refused`(regex: String) {
    #expect(RegistrationPattern(regex: regex) == nil)
  }

  @Test(arguments: [
    ("PSY9000000000", true), ("PSY900000000", false), ("PSY90000000000", false), ("psy9000000000", false),
    ("PSY900000000O", false), ("", false), ("PSY", false), ("PSY900000000\n", false), ("PSY90000000٠", false),
  ])
  func `a number matches in full or not at all`(number: String, matches: Bool) {
    #expect(RegistrationPattern(regex: "^PSY[0-9]{10}$")?.matches(number) == matches)
  }
}
