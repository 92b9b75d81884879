import Foundation

/// What somebody typed who wants a time: who they are, and how they are reached.
public struct SeekerForm: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The address.
  public var email: String
  /// The number.
  public var phone: String
  /// The slug of who fills in the form.
  public var standing: String
  /// Whether they agreed to what is kept.
  public var agrees: Bool
  /// Who may book, after what was answered before.
  public var allowed = Seeker.Standing.allCases
  /// What was answered before, a line for each question.
  public var answers: [String] = []

  /// What is wrong with a field, by its name in the form.
  public struct Problem: Error, Hashable, Sendable {
    /// `name`, `email`, `phone`, `standing` or `agree`.
    public var field: String
    /// For the form.
    public var sentence: String
  }

  /// What was typed.
  public init(
    name: String = "", email: String = "", phone: String = "", standing: String = "", agrees: Bool = false
  ) {
    self.name = name
    self.email = email
    self.phone = phone
    self.standing = standing
    self.agrees = agrees
  }

  /// The most UTF-16 units a name may have.
  public static let mostName = 100

  /// Everything that is wrong, in the order of the form; empty when it makes a seeker.
  public var problems: [Problem] {
    var problems: [Problem] = []
    if readName == nil { problems.append(.init(field: "name", sentence: "Enter your name, on one line")) }
    do throws(EmailAddress.Refusal) { _ = try EmailAddress(email) } catch {
      problems.append(.init(field: "email", sentence: "Check the address: \(error.explanation)"))
    }
    if readPhone == nil {
      problems.append(.init(field: "phone", sentence: "Enter a phone number, such as 0412 345 678"))
    }
    if readStanding == nil {
      problems.append(.init(field: "standing", sentence: "Say who books: it has to be one of these"))
    }
    if !agrees {
      problems.append(.init(field: "agree", sentence: "We can pass this on only if you agree"))
    }
    return problems
  }

  /// Whoever it is; nil when something is wrong.
  public var seeker: Seeker? {
    guard agrees, let name = readName, let phone = readPhone, let email = try? EmailAddress(email),
      let standing = readStanding
    else { return nil }
    return Seeker(name: name, email: email, phone: phone, standing: standing, answers: answers)
  }

  private var readStanding: Seeker.Standing? { allowed.first { $0.rawValue == standing } }

  private var readName: String? {
    let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isPlain = words.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    return words.contains(where: \.isLetter) && words.utf16.count <= Self.mostName && isPlain ? words : nil
  }

  /// Digits with what people write between them, at least six and at most fifteen (ITU-T E.164).
  private var readPhone: String? {
    let words = phone.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let digits = words.count { $0.isASCII && $0.isNumber }
    let isPlain = words.allSatisfy { $0.isASCII && ($0.isNumber || " +-()/.".contains($0)) }
    return isPlain && (6...15).contains(digits) && words.count <= 30 ? words : nil
  }
}
