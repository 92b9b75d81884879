import Testing
@Test func xAutomation() {}
