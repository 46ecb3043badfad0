// What the forms take from the page around them.

const darkMedia = "(prefers-color-scheme: dark)";

/** Whether the page is dark where an element is: by its `color-scheme`, and by the system's where that allows both. */
export function isDark(element: Element): boolean {
  const { colorScheme = "light dark" } = getComputedStyle(element);
  if (!colorScheme.includes("dark")) return false;
  return !colorScheme.includes("light") || matchMedia(darkMedia).matches;
}

/** Calls back when language, direction or colours of the page may have changed, and when the connection did. */
export function watchPage(react: () => void): () => void {
  const observer = new MutationObserver(react);
  observer.observe(document.documentElement, { attributes: true });
  const media = matchMedia(darkMedia);
  media.addEventListener("change", react);
  addEventListener("online", react);
  addEventListener("offline", react);
  return () => {
    observer.disconnect();
    media.removeEventListener("change", react);
    removeEventListener("online", react);
    removeEventListener("offline", react);
  };
}

const told = new Set<string>();

/** Tells the developer, once. */
export function tellDeveloper(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  console.warn(`xsolla-password-reset: ${message}`);
}
