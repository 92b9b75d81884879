extension Migration {
  /// Emails that wait for another attempt. Without it a start looked at every email that is due later on: 0.4 s with 74,000
  /// reminders.
  static let putOffIndex = Migration(
    name: "008-put-off-index",
    sql: """
      CREATE INDEX outbox_put_off ON outbox (due_at) WHERE attempts > 0 AND due_at IS NOT NULL;
      """)
}
