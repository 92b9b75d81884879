extension Migration {
  /// Emails that wait for another attempt. Without it a start looked at every email that is due later on: half a second with
  /// the reminders of 100,000 members.
  static let putOffIndex = Migration(
    name: "012-put-off-index",
    sql: """
      CREATE INDEX outbox_put_off ON outbox (due_at) WHERE attempts > 0 AND due_at IS NOT NULL;
      """)
}
