/// Suggests places while one types, as a combobox with a list (WAI-ARIA 1.2, 3.10). Choosing one presses "Find", which adds it:
/// the page works the same without.
enum PlacesScript {
  static let source = """
    (function () {
      "use strict";
      var input = document.getElementById("find-place");
      var button = document.getElementById("find-place-button");
      if (!input || !button) return;
      var list = document.createElement("ul");
      var status = document.createElement("p");
      var active = -1, timer = 0, asked = 0;
      list.id = "find-place-list";
      list.className = "suggestions";
      list.hidden = true;
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", "Places");
      status.className = "unseen";
      status.setAttribute("role", "status");
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-autocomplete", "list");
      input.setAttribute("aria-controls", list.id);
      input.setAttribute("aria-expanded", "false");
      input.parentNode.append(list, status);

      function close() {
        list.hidden = true;
        active = -1;
        input.setAttribute("aria-expanded", "false");
        input.removeAttribute("aria-activedescendant");
      }
      function choose(option) {
        input.value = option.textContent;
        close();
        button.click();
      }
      function mark(index) {
        var options = list.children;
        if (!options.length) return;
        active = (index + options.length) % options.length;
        for (var i = 0; i < options.length; i++) options[i].setAttribute("aria-selected", String(i === active));
        input.setAttribute("aria-activedescendant", options[active].id);
        options[active].scrollIntoView({ block: "nearest" });
      }
      function show(places) {
        list.replaceChildren();
        places.forEach(function (place, index) {
          var option = document.createElement("li");
          option.id = "find-place-" + index;
          option.textContent = place.label;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          option.addEventListener("mousedown", function (event) { event.preventDefault(); });
          option.addEventListener("click", function () { choose(option); });
          list.append(option);
        });
        close();
        list.hidden = places.length === 0;
        input.setAttribute("aria-expanded", String(places.length > 0));
        var count = places.length === 1 ? "1 place" : places.length + " places";
        status.textContent = places.length ? count + ": choose with the arrow keys" : "No place begins so";
      }
      function ask() {
        var number = ++asked;
        fetch("/places?q=" + encodeURIComponent(input.value.trim()))
          .then(function (answer) { return answer.ok ? answer.json() : []; })
          .then(function (places) { if (number === asked && document.activeElement === input) show(places); })
          .catch(close);
      }

      input.addEventListener("input", function () {
        clearTimeout(timer);
        asked++;
        if (input.value.trim().length < 2) return close();
        timer = setTimeout(ask, 120);
      });
      input.addEventListener("blur", close);
      input.addEventListener("keydown", function (event) {
        var isOpen = !list.hidden;
        if (event.key === "ArrowDown" && list.children.length) {
          event.preventDefault();
          if (!isOpen) { list.hidden = false; input.setAttribute("aria-expanded", "true"); }
          mark(active + 1);
        } else if (event.key === "ArrowUp" && isOpen) {
          event.preventDefault();
          mark(active < 0 ? -1 : active - 1);
        } else if (event.key === "Enter" && isOpen && active >= 0) {
          event.preventDefault();
          choose(list.children[active]);
        } else if (event.key === "Escape" && isOpen) {
          event.preventDefault();
          close();
        }
      });
    })();

    """
}
