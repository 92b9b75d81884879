/// Sends the search as soon as a filter is chosen, and puts what came back into the page: whatever has the class `live` gets the
/// content that the new page has for its id. The address bar follows; back and forward load their page.
enum SearchScript {
  static let source = """
    (function () {
      "use strict";
      var form = document.getElementById("search");
      if (!form || !window.fetch || !window.DOMParser) return;
      var asked = 0;

      function address() {
        var query = new URLSearchParams();
        new FormData(form).forEach(function (value, name) {
          if (value && !(name === "sort" && value === "availability")) query.append(name, value);
        });
        return "/listings" + (query.size === 0 || !query.toString() ? "" : "?" + query);
      }
      function show(text) {
        var page = new DOMParser().parseFromString(text, "text/html");
        var focused = document.activeElement ? document.activeElement.id : "";
        document.querySelectorAll(".live[id]").forEach(function (part) {
          var fresh = page.getElementById(part.id);
          if (fresh) part.replaceChildren.apply(part, Array.from(fresh.childNodes));
        });
        document.title = page.title;
        var again = focused && document.getElementById(focused);
        if (again && again !== document.activeElement) again.focus({ preventScroll: true });
        var filter = form.querySelector(".filter input");
        if (filter && filter.value) filter.dispatchEvent(new Event("input"));
      }
      function search() {
        var number = ++asked, path = address();
        form.setAttribute("aria-busy", "true");
        fetch(path, { headers: { Accept: "text/html" }, credentials: "same-origin" })
          .then(function (answer) {
            if (answer.redirected) throw new Error("signed out");
            return answer.text();
          })
          .then(function (text) {
            if (number !== asked) return;
            history.pushState(null, "", path);
            show(text);
            form.removeAttribute("aria-busy");
          })
          .catch(function () { if (number === asked) location.assign(path); });
      }

      form.addEventListener("submit", function (event) {
        event.preventDefault();
        search();
      });
      form.addEventListener("change", function (event) {
        if (event.target.type === "checkbox" || event.target.tagName === "SELECT") search();
      });
      window.addEventListener("popstate", function () { location.reload(); });
    })();

    """
}
