// Runs first in every page: notes uncaught errors, and removes the globals that the address names.

window.pageErrors = [];

/**
 * Whether a policy has blocked what pywebview adds to each page: a style element, and `new Function`. The styles of the
 * forms are in their shadow roots, which no such event leaves.
 */
function isPywebviews({ target, error, message }) {
  if (!("pywebview" in window)) return false;
  return target instanceof HTMLStyleElement || error instanceof EvalError || message === "Script error.";
}

window.addEventListener(
  "error",
  (event) => {
    if (isPywebviews(event)) return;
    window.pageErrors.push(
      event.message || `A resource did not load: ${event.target instanceof HTMLScriptElement ? event.target.src : ""}`,
    );
  },
  true,
);
window.addEventListener("unhandledrejection", (event) => {
  window.pageErrors.push(`Unhandled: ${event.reason}`);
});
new URLSearchParams(location.search).getAll("without").forEach((name) => {
  delete window[name];
});
