extension EnquiryForm {
  /// Who may book after these answers: for somebody under 18 a parent or guardian, or they themselves from 16.
  public func standings(after enquiry: Enquiry?) -> [Seeker.Standing] {
    guard let enquiry, minority(of: enquiry) != nil else { return Seeker.Standing.allCases }
    return filledBy(enquiry) == .youngPerson ? [.youngPerson, .guardian] : [.guardian]
  }

  /// What was answered, a line for each question: "Who is it for? Me".
  public func told(_ enquiry: Enquiry?) -> [String] {
    guard let enquiry else { return [] }
    return steps(of: enquiry).filter(enquiry.isDone).compactMap { questionnaire[$0] }.flatMap { question in
      question.fields.compactMap { field in
        let words = self.words(of: field.name, in: enquiry)
        let ask = field.ask.isEmpty ? question.ask : field.ask
        return words.isEmpty ? nil : "\(ask) \(words.joined(separator: ", "))"
      }
    }
  }

  private func words(of field: EnquiryField, in enquiry: Enquiry) -> [String] {
    if field.isText { return enquiry[field].filter { !$0.isEmpty } }
    let chosen = Set(enquiry[field])
    return choices(of: field, in: enquiry).filter { chosen.contains($0.answer) }.map(\.words)
  }
}
