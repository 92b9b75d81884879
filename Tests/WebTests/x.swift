import Testing
@Test func xWeb() {}
