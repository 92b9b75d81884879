/// The questions to people who look for help, as `data/questionnaire.yaml` words and orders them.
public struct Questionnaire: Hashable, Sendable {
  /// One answer that can be chosen, and what it means.
  public struct Choice: Hashable, Sendable {
    /// Its name in forms.
    public var answer: String
    /// What is read.
    public var words: String
    /// What else people call it, for free words to find it.
    public var alsoCalled: [String]
    /// Slugs that a listing says, any of which fits. Empty where it asks for nothing.
    public var means: [Facet: Set<String>]
    /// Of an age or of clients, what somebody who takes them is said to see: "teenagers". Empty for nothing to be said.
    public var sees: String
    /// Of a way of paying: it differs by state.
    public var dependsOnState: Bool
    /// Of how soon: the longest wait that will do.
    public var longestWait: WaitingPeriod?

    /// An answer.
    public init(
      answer: String, words: String, alsoCalled: [String] = [], means: [Facet: Set<String>] = [:],
      sees: String = "", dependsOnState: Bool = false, longestWait: WaitingPeriod? = nil
    ) {
      self.answer = answer
      self.words = words
      self.alsoCalled = alsoCalled
      self.means = means
      self.sees = sees
      self.dependsOnState = dependsOnState
      self.longestWait = longestWait
    }
  }

  /// One field with its words.
  public struct Field: Hashable, Sendable {
    /// Which it is.
    public var name: EnquiryField
    /// What it asks.
    public var ask: String
    /// What helps to answer; empty for nothing.
    public var hint: String
    /// In the order of the page; empty of a text, and of languages, which are those of the reference data.
    public var choices: [Choice]

    /// A field.
    public init(name: EnquiryField, ask: String, hint: String = "", choices: [Choice] = []) {
      self.name = name
      self.ask = ask
      self.hint = hint
      self.choices = choices
    }
  }

  /// One page.
  public struct Question: Hashable, Sendable {
    /// Which it is.
    public var step: EnquiryStep
    /// What it asks: the heading of its page.
    public var ask: String
    /// What helps to answer; empty for nothing.
    public var hint: String
    /// All fields of the step, in its order.
    public var fields: [Field]

    /// A question.
    public init(step: EnquiryStep, ask: String, hint: String = "", fields: [Field]) {
      self.step = step
      self.ask = ask
      self.hint = hint
      self.fields = fields
    }
  }

  /// Each step once, in the order in which they are asked. None where nobody is to be helped.
  public let questions: [Question]

  /// These questions.
  public init(_ questions: [Question]) { self.questions = questions }

  /// The question of a step.
  public subscript(step: EnquiryStep) -> Question? { questions.first { $0.step == step } }

  /// The choices of a field.
  public func choices(of field: EnquiryField) -> [Choice] {
    questions.lazy.flatMap(\.fields).first { $0.name == field }?.choices ?? []
  }

  /// What somebody chose in a field; names that are no answer are passed over.
  public func chosen(_ field: EnquiryField, in enquiry: Enquiry) -> [Choice] {
    let names = Set(enquiry[field])
    return names.isEmpty ? [] : choices(of: field).filter { names.contains($0.answer) }
  }
}
