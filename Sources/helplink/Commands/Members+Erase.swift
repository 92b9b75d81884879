import ArgumentParser

extension Members {
  struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erase a member at once and for good; a pseudonym stays that others' records rest on.",
      discussion: "Export them first if they want their data. The file is written anew, which takes a moment."
    )
    @OptionGroup var options: Options
    @Argument(help: "Identifier or email address.") var member: String
    @Flag(help: "You mean it: what is erased cannot be brought back.") var yes = false

    func validate() throws {
      guard yes else { throw ValidationError("say --yes: what is erased cannot be brought back") }
    }

    func run() async throws { try await options.ask(.erase(member)) }
  }
}
