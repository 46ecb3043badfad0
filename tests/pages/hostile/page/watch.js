// Records uncaught errors and everything on the console. Imported before the package.

export const messages = [];

addEventListener("error", ({ message }) => messages.push(`an error of the window: ${message}`));
addEventListener("unhandledrejection", ({ reason }) => messages.push(`an unhandled rejection: ${toText(reason)}`));
for (const level of ["error", "warn", "log"]) {
  console[level] = (...values) => messages.push(`console.${level}: ${values.map(toText).join(" ")}`);
}

function toText(value) {
  try {
    return String(value);
  } catch {
    return "a value that cannot be converted to a string";
  }
}
