import Testing
@Test func xStore() {}
