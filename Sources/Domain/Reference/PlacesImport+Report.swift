extension PlacesImport {
  /// What became of the lines.
  public struct Report: Codable, Equatable, Sendable {
    /// A line that was left out.
    public struct Refused: Codable, Equatable, Sendable {
      /// Its number.
      public let line: Int
      /// Why, as a clause or a sentence without its full stop.
      public let why: String
    }

    /// A place of which a line says that it is far from where the table has it.
    public struct Far: Codable, Equatable, Sendable {
      /// The line's number.
      public let line: Int
      /// "Darwin NT 0800".
      public let place: String
      /// In whole kilometres.
      public let kilometres: Int
      /// Whether it was moved there.
      public let isMoved: Bool
    }

    /// Places that the table did not have.
    public var added = 0
    /// Places that are now where the lines say.
    public var moved = 0
    /// Places that stay as they were.
    public var kept = 0
    /// Lines about a place of an earlier line, which counts.
    public var repeated = 0
    /// In the order of the lines, as the next.
    public var far: [Far] = []
    /// Lines that were left out.
    public var refused: [Refused] = []

    /// Whether the table is another than before.
    public var changesTable: Bool { added + moved > 0 }
  }
}
