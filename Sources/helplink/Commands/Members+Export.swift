import ArgumentParser
import Foundation
import Mail

extension Members {
  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print everything that is held about a member as JSON, or write it into a file.")
    @OptionGroup var options: Options
    @Argument(help: "Identifier or email address.") var member: String
    @Option(help: "The file, made for you alone; without it standard output.") var output: String?

    func run() async throws {
      let report = try await Owner.using(try options.configuration()) { try await $0.ask(.export(member)) }
      guard report.failure == nil, let output else { return try options.show(report) }
      do throws(DurableFile.Failure) {
        try DurableFile.replace(output, with: Array((report.json + "\n").utf8))
      } catch { throw Failure("\(output) cannot be written: \(error)") }
    }
  }
}
