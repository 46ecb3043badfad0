// Runs first in every page: notes uncaught errors, and removes the globals that the address names.

window.pageErrors = [];
window.addEventListener(
  "error",
  function (event) {
    window.pageErrors.push(event.message || "A resource did not load: " + (event.target && event.target.src));
  },
  true,
);
window.addEventListener("unhandledrejection", function (event) {
  window.pageErrors.push("Unhandled: " + event.reason);
});
window.violations = [];
document.addEventListener("securitypolicyviolation", function (event) {
  window.violations.push(event.violatedDirective);
});
new URLSearchParams(location.search).getAll("without").forEach(function (name) {
  delete window[name];
});
