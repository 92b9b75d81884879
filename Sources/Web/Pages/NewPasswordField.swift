import Domain

/// Where a new password is chosen. What it must be is said before, not after.
struct NewPasswordField: Component {
  var name = "password"
  var label = "New password"
  /// Not where there is another way in beside it.
  var isRequired = true
  let problem: String?

  var body: some HTML {
    TextField(
      name: name, label: label,
      hint:
        "At least \(PasswordRule.least) characters. A few words that only you would put together are good.",
      kind: .password, autocomplete: "new-password", maxlength: PasswordRule.most,
      isRequired: isRequired, problem: problem)
  }
}
