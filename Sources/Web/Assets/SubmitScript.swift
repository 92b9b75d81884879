/// The only script of the site that acts by itself. Presses the button of a page that a link led to: of the waiting-period page in a browser that is known, and of the one that
/// the sign-in provider leads back to.
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
