// Runs before anything is painted: the design, and light or dark, as chosen on the switchboard or else like the system.

(function () {
  var media;
  try {
    media = matchMedia("(prefers-color-scheme: dark)");
  } catch (error) {
    // Some engines have none: light.
  }
  var chosen = { theme: "", design: "" };
  try {
    chosen = { theme: localStorage.getItem("theme"), design: localStorage.getItem("design") };
  } catch (error) {
    // The browser blocks storage.
  }
  function apply() {
    var data = document.documentElement.dataset;
    data.theme = chosen.theme || (media && media.matches ? "dark" : "light");
    if (chosen.design) data.design = chosen.design;
    else delete data.design;
  }
  apply();
  if (media) media.onchange = apply;
  addEventListener("look-chosen", function (/** @type {CustomEvent} */ event) {
    chosen[event.detail.name] = event.detail.value;
    apply();
  });
})();
