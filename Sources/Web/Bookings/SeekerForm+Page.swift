import Domain

extension SeekerForm {
  /// Who may book, the only one chosen by itself.
  var standings: [Choices.Choice] {
    let chosen = allowed.count == 1 ? allowed[0].rawValue : standing
    return allowed.map { .init(value: $0.rawValue, label: $0.words, isChosen: $0.rawValue == chosen) }
  }
}

extension SeekerFields.Typed {
  /// What was typed into a form.
  init(_ form: SeekerForm) {
    self.init(name: form.name, email: form.email, phone: form.phone, agrees: form.agrees)
  }
}

extension Problems {
  /// What is wrong with the form of a seeker.
  init(_ found: [SeekerForm.Problem]) {
    self.init()
    for problem in found { add(problem.sentence, about: problem.field) }
  }
}
