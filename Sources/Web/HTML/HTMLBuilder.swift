/// Builds the content of an element from Swift statements.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression<Part: HTML>(_ part: Part) -> Part { part }
  static func buildBlock() -> Nothing { Nothing() }
  static func buildPartialBlock<Part: HTML>(first: Part) -> Part { first }
  static func buildPartialBlock<Sofar: HTML, Part: HTML>(accumulated: Sofar, next: Part) -> Pair<Sofar, Part>
  {
    Pair(first: accumulated, second: next)
  }
  static func buildOptional<Part: HTML>(_ part: Part?) -> Part? { part }
  static func buildEither<First: HTML, Second: HTML>(first: First) -> Either<First, Second> { .first(first) }
  static func buildEither<First: HTML, Second: HTML>(second: Second) -> Either<First, Second> {
    .second(second)
  }
  static func buildArray<Part: HTML>(_ parts: [Part]) -> [Part] { parts }
}

/// Writes nothing.
struct Nothing: HTML {
  func write(to page: inout HTMLWriter) {}
}

/// One part after another. Pairs of pairs, and not a parameter pack: the compiler specialises these (measured:
/// with a pack, a page of 30 listings takes three times as long, most of it looking up the types of tuples).
struct Pair<First: HTML, Second: HTML>: HTML {
  let first: First
  let second: Second

  func write(to page: inout HTMLWriter) {
    first.write(to: &page)
    second.write(to: &page)
  }
}

/// What an `if` or a `switch` came to.
enum Either<First: HTML, Second: HTML>: HTML {
  case first(First)
  case second(Second)

  func write(to page: inout HTMLWriter) {
    switch self {
    case .first(let part): part.write(to: &page)
    case .second(let part): part.write(to: &page)
    }
  }
}
