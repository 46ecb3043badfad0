// Runs before anything is painted: light or dark, as chosen on the switchboard or else like the system.

(function () {
  var media = window.matchMedia && matchMedia("(prefers-color-scheme: dark)");
  var chosen = "";
  try {
    chosen = localStorage.getItem("theme");
  } catch (error) {
    // The browser blocks storage.
  }
  function apply() {
    document.documentElement.dataset.theme = chosen || (media && media.matches ? "dark" : "light");
  }
  apply();
  if (media) media.onchange = apply;
  addEventListener("theme-chosen", function (event) {
    chosen = event.detail;
    apply();
  });
})();
