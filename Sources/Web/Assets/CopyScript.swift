/// Puts a button beside what is worth copying: without scripts the words can be selected.
enum CopyScript {
  static let source = """
    (function () {
      "use strict";
      if (!navigator.clipboard) return;
      document.querySelectorAll(".copyable").forEach(function (words) {
        var button = document.createElement("button");
        button.type = "button";
        button.className = "button plain";
        button.textContent = "Copy the address";
        button.addEventListener("click", function () {
          navigator.clipboard.writeText(words.textContent).then(function () {
            button.textContent = "Copied";
            setTimeout(function () { button.textContent = "Copy the address"; }, 2000);
          });
        });
        words.parentNode.append(button);
      });
    })();

    """
}
