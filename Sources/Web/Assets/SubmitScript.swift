/// The only script of the site: it presses the button of the waiting-period page, in a browser that is known.
///
/// It runs before the page has finished loading, and a navigation that begins then replaces the page in the
/// history (HTML Standard, 7.4.2.2): "back" returns to the mail and does not press again.
enum SubmitScript {
  static let source = """
    (function () {
      "use strict";
      var form = document.getElementById("answer");
      if (form) form.submit();
    })();

    """
}
