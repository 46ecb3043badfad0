// What the page complains about.

export const complaints = [];

addEventListener("error", ({ message }) => complaints.push(`an error of the window: ${message}`));
addEventListener("unhandledrejection", ({ reason }) => complaints.push(`an unhandled rejection: ${tell(reason)}`));
for (const level of ["error", "warn", "log"]) {
  console[level] = (...values) => complaints.push(`console.${level}: ${values.map(tell).join(" ")}`);
}

function tell(value) {
  try {
    return String(value);
  } catch {
    return "what cannot be told";
  }
}
