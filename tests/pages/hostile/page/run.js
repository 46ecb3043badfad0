// The generated calls in a page, and the calls of a polluted page.

import * as api from "/dist/index.js";
import { compare, toText } from "./compare.js";

export { pollute } from "./pollution.js";

/** Uncaught errors, and everything on the console. */
const messages = [];
addEventListener("error", ({ message }) => messages.push(`an error of the window: ${message}`));
addEventListener("unhandledrejection", ({ reason }) => messages.push(`an unhandled rejection: ${toText(reason)}`));
for (const level of Object.keys(console).filter((name) => typeof console[name] === "function"))
  console[level] = (...values) => messages.push(`console.${level}: ${values.map(toText).join(" ")}`);

/** WebDriver takes no lone surrogates. */
const wellFormed = (text) => new TextDecoder().decode(new TextEncoder().encode(text));

/** Runs the cases `from` to `to` of a seed. */
export async function run(seed, from, to) {
  const realm = document.body.appendChild(document.createElement("iframe")).contentWindow;
  const { ends, problems } = await compare(api, realm, { seed, from, to });
  // Unhandled rejections are reported a little later.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { ends, problems: [...problems, ...messages].map(wellFormed) };
}
