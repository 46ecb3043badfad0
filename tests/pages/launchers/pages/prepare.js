// Runs first in every page: notes uncaught errors, and removes the globals that the address names.

window.pageErrors = [];
window.addEventListener(
  "error",
  (event) => {
    window.pageErrors.push(
      event.message || `A resource did not load: ${event.target instanceof HTMLScriptElement ? event.target.src : ""}`,
    );
  },
  true,
);
window.addEventListener("unhandledrejection", (event) => {
  window.pageErrors.push(`Unhandled: ${event.reason}`);
});
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(event.violatedDirective);
});
new URLSearchParams(location.search).getAll("without").forEach((name) => {
  delete window[name];
});
