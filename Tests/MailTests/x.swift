import Testing
@Test func xMail() {}
