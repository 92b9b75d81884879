/// The mark: two rings that hold each other.
enum Brand {
  /// Beside the site's name, in the colour of the text around it.
  static let mark = TrustedMarkup(
    """
    <svg class="mark" viewBox="0 0 32 20" width="32" height="20" aria-hidden="true" focusable="false">\
    <g fill="none" stroke="currentColor" stroke-width="3"><circle cx="10.5" cy="10" r="8"/>\
    <path d="M17.6 3.4A8 8 0 1 1 17.6 16.6"/></g></svg>
    """)

  /// The same on a tile, for browser tabs.
  static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" \
    fill="#0d5c54"/><g fill="none" stroke="#fff" stroke-width="3"><circle cx="12" cy="16" r="6.5"/>\
    <path d="M17.6 10.7A6.5 6.5 0 1 1 17.6 21.3"/></g></svg>
    """
}
