import Foundation

extension ClearWordsTogetherTests {
  /// Lines 11 to 14.
  static func folders(_ scratch: Scratch) -> String {
    """
    templates: \(scratch.path("templates"))
    schedules: \(scratch.path("schedules"))
    data: \(scratch.path("data"))
    keys: \(scratch.path("keys"))

    """
  }

  /// Puts mistakes of every kind into templates, schedules, data and keys.
  static func fillFolders(_ scratch: Scratch) throws {
    try scratch.folder("templates/sign-in-link", with: wrongTemplates)
    try scratch.folder("templates/signin", with: ["text.mustache": "x"])
    try scratch.folder(
      "templates/waiting-period", with: ["sample.json": "{}", "html.mustache": "\u{FEFF}a\nb\u{7}"])
    try Data([0x61, 0xE9]).write(
      to: scratch.folder.appendingPathComponent("templates/waiting-period/text.mustache"))
    try scratch.folder("schedules", with: wrongSchedules)
    try FileManager.default.createDirectory(
      atPath: scratch.path("schedules/folder.yaml"), withIntermediateDirectories: false)
    try scratch.folder(
      "data",
      with: [
        "au-regions.json": try shipped("au-regions.json"), "languages.json": "{\n  \"en\" \"English\"\n}\n",
        "practice-taxonomy.json": "{}",
        "au-localities.csv": try shipped("au-localities.csv").prefix { $0 != "\n" } + "\n2000,Sydney\n",
        "common-passwords.txt": "password\npass\n",
      ])
    try scratch.folder("keys", with: ["ring": "1 abc\n2\n"])
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: scratch.path("keys/ring"))
  }

  private static func shipped(_ name: String) throws -> String {
    try String(contentsOf: Binary.repository.appendingPathComponent("data/\(name)"), encoding: .utf8)
  }

  private static let wrongTemplates = [
    "subject.mustache": "one\ntwo\n", "text.mustache": "{{nam}} {{link", "html.mustache": "{{{name}}}",
    "sample.json": "{\n \"name\" 1}", "subjct.mustache": "x",
  ]

  private static let wrongSchedules = [
    "calendar.yaml": """
    emails: bulletin
    on-calendar: [daily, "Tue 25:00", Tuesdy 09:00]
    time-zone: Sydney
    cut-off: 90 days
    randomized-delay: soon
    reminder-after: 36h
    persistent: maybe
    remindr-after: 7 days
    """,
    "empty.yaml": "# nothing\n", "keys.yaml": "- a\n", "less.yaml": "emails: waiting-period\n",
    "one.yaml": "emails: waiting-period\non-calendar: daily\ntime-zone: recipient\n",
    "star.yaml": "emails: waiting-period\non-calendar:\n  - *-*-01 09:00\n",
    "tab.yaml": "emails: waiting-period\non-calendar:\n\t- daily\n",
    "twice.yaml": "time-zone: UTC\ntime-zone: UTC\n", "Upper.yaml": "", "wrong.yml": "", "note.txt": "ours",
  ]

  private static let name = "a schedule's name is lower-case letters, digits and hyphens"
  private static let keys =
    "emails, on-calendar, time-zone, randomized-delay, persistent, cut-off, reminder-after"

  static let wrongFolderLines = [
    "@/templates/sign-in-link/html.mustache:1: 'name' would stand in HTML unescaped: write {{name}}",
    "@/templates/sign-in-link/sample.json:2:9: is not JSON",
    "@/templates/sign-in-link/subjct.mustache: is not a file of an email; did you mean subject.mustache?",
    "@/templates/sign-in-link/subject.mustache:2: a subject is one line",
    "@/templates/sign-in-link/text.mustache:1: a tag begins with {{ and never ends",
    "@/templates/sign-in-link/text.mustache:1: there is no 'nam' here; there are: code, lifetime, link, name, operator-contact, operator-name, site-name",
    "@/templates/signin: no email is called 'signin', and none uses it as a part",
    "@/templates/waiting-period/html.mustache:2:2: holds a control character (U+0007)",
    "@/templates/waiting-period/sample.json: does not hold the facts of 'waiting-period': it has no \"round\"",
    "@/templates/waiting-period/text.mustache:1:2: is not UTF-8: save the file in that encoding",
    "@/schedules/Upper.yaml: \(name)",
    "@/schedules/calendar.yaml:1:9: emails: must be waiting-period or digest",
    "@/schedules/calendar.yaml:2:27: on-calendar: hour 25 is not within 0..23",
    "@/schedules/calendar.yaml:2:35: on-calendar: expected a weekday, a date, a time or a shorthand such as daily, found 'T'",
    "@/schedules/calendar.yaml:3:12: time-zone: must be an IANA name such as Australia/Sydney, or recipient",
    "@/schedules/calendar.yaml:4:10: cut-off: must be a time span from 1min to 4w",
    "@/schedules/calendar.yaml:5:19: randomized-delay: expected a number such as 7 in '7 days', found 's'",
    "@/schedules/calendar.yaml:6:17: reminder-after: must be a number of whole days, such as 7 days",
    "@/schedules/calendar.yaml:7:13: persistent: must be true or false",
    "@/schedules/calendar.yaml:8:1: remindr-after: is not a key; did you mean reminder-after?",
    "@/schedules/empty.yaml: is empty: a schedule has the keys \(keys)",
    "@/schedules/folder.yaml: is a folder, not a file",
    "@/schedules/keys.yaml:1:1: must hold the keys of a schedule: \(keys)",
    "@/schedules/less.yaml: on-calendar: is required: a list of expressions such as [Tue *-*-01..07 09:00]",
    "@/schedules/less.yaml: time-zone: is required: an IANA name such as Australia/Sydney, or recipient",
    "@/schedules/one.yaml:2:14: on-calendar: must be a list of expressions such as [Tue *-*-01..07 09:00]",
    "@/schedules/star.yaml:3:7: is not YAML: a text that begins with * must be in quotes",
    "@/schedules/tab.yaml:3:1: is not YAML: a tab stands here: indent with spaces",
    "@/schedules/twice.yaml:1:1: time-zone: is set twice in its section, here for the first time",
    "@/schedules/wrong.yml: is not read: give it a name that ends in .yaml",
    "@/data/practice-taxonomy.json: the taxonomy cannot be read: it has no \"areas\"",
    "@/data/languages.json:2:8: is not JSON",
    "@/data/au-localities.csv:2: has 2 fields instead of 8",
    "@/data/common-passwords.txt:2: must be a password in lower case of at least 6 characters",
    "@/data/suggested-searches.yaml: there is no such file",
    "@/data/questionnaire.yaml: there is no such file",
    "@/data/matching.yaml: there is no such file",
    "@/keys/ring:1: a key is a number from 0 to 255, once, and 64 hexadecimal digits",
    "@/keys/ring:2: a key is a number from 0 to 255, once, and 64 hexadecimal digits",
  ]
}
