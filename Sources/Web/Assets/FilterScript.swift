/// Shows, of many checkboxes, those whose words hold what is typed above them. What is ticked stays so, seen or not.
enum FilterScript {
  static let source = """
    (function () {
      "use strict";
      document.querySelectorAll(".filter").forEach(function (box) {
        var input = box.querySelector("input");
        var status = box.querySelector("[role=status]");
        var folds = Array.from(box.parentNode.querySelectorAll(".fold"));
        var wereOpen = null;

        function filter() {
          var words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
          var shown = 0;
          if (!wereOpen) wereOpen = folds.map(function (fold) { return fold.open; });
          folds.forEach(function (fold, index) {
            var some = 0;
            fold.querySelectorAll(".choice").forEach(function (choice) {
              var text = choice.textContent.toLowerCase();
              var fits = words.every(function (word) { return text.indexOf(word) >= 0; });
              choice.hidden = !fits;
              if (fits) some++;
            });
            fold.hidden = some === 0;
            fold.open = words.length > 0 ? some > 0 : wereOpen[index];
            shown += some;
          });
          if (words.length === 0) wereOpen = null;
          status.textContent = words.length === 0 ? "" : shown === 0 ? "None with these words" : shown + " shown";
        }

        box.hidden = false;
        input.addEventListener("input", filter);
        input.addEventListener("keydown", function (event) {
          // Enter would send the form.
          if (event.key === "Enter") event.preventDefault();
        });
      });
    })();

    """
}
