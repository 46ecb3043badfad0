// Runs before the first paint: applies the chosen design and theme; the system's theme by default.

(() => {
  var media;
  try {
    media = matchMedia("(prefers-color-scheme: dark)");
  } catch {
    // An engine without it gets the light theme.
  }
  var chosen = { theme: "", design: "" };
  try {
    chosen = { theme: localStorage.getItem("theme"), design: localStorage.getItem("design") };
  } catch {
    // The browser blocks storage.
  }
  function apply() {
    var data = document.documentElement.dataset;
    var isDark = media ? media.matches : false;
    data.theme = chosen.theme || (isDark ? "dark" : "light");
    if (chosen.design) data.design = chosen.design;
    else delete data.design;
  }
  apply();
  if (media) media.onchange = apply;
  addEventListener("look-chosen", (/** @type {CustomEvent} */ event) => {
    chosen[event.detail.name] = event.detail.value;
    apply();
  });
})();
