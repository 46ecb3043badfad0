// Before anything is painted: light or dark, as chosen on the switchboard or else as the system is.

(() => {
  const media = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const chosen = localStorage.getItem("theme");
    document.documentElement.dataset.theme = chosen || (media.matches ? "dark" : "light");
  };
  apply();
  media.addEventListener("change", apply);
  addEventListener("theme-chosen", apply);
})();
