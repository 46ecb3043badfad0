// Whatever a page does to its globals, players can read the outcome and try again.

import { test as base } from "@playwright/test";
import { listen } from "../support/server.js";
import { baseUrl, openFixture, passwordForm, requestForm } from "./fixture.js";
import { expect, test } from "./support.js";

const globals =
  `matchMedia MutationObserver getComputedStyle navigator Intl performance Date setTimeout setInterval clearTimeout
  clearInterval requestAnimationFrame queueMicrotask CustomEvent Event console AbortController AbortSignal
  CSSStyleSheet fetch WebAssembly URL URLSearchParams TextEncoder JSON Map Set WeakMap localStorage customElements
  reportError dispatchEvent`.split(/\s+/);

/** The ways to break a global; those of one line are tested in one page. */
const ways = [
  ["missing", "throwing"],
  ["throwing when used", "returning nonsense"],
];

/** How many forms are tested at once. */
const CONCURRENCY = 30;

/**
 * Runs in the test's page, whose globals are intact: opens each form in a frame of the same origin, breaks a global there,
 * and submits twice. Returns the texts that players read.
 */
async function submitInFrames({ cases, concurrency }) {
  function breakGlobal(window, name, way) {
    const fail = () => {
      throw new Error(`${name} is broken`);
    };
    const values = {
      "throwing when used": new Proxy(() => {}, { apply: fail, construct: fail, get: fail }),
      "returning nonsense": Object.assign(() => "nonsense", { now: () => "nonsense" }),
    };
    for (let owner = window; owner; owner = Object.getPrototypeOf(owner)) Reflect.deleteProperty(owner, name);
    if (way === "missing") return;
    Object.defineProperty(window, name, {
      configurable: true,
      get: way === "throwing" ? fail : () => values[way],
      set() {},
    });
  }
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  async function until(what, condition) {
    for (let count = 0; count < 600; count++) {
      const value = condition();
      if (value) return value;
      await pause(50);
    }
    throw new Error(`Timed out: ${what}`);
  }
  async function submit({ name, way, when, form }) {
    const frame = document.createElement("iframe");
    frame.srcdoc = '<!doctype html><html lang="en"><meta charset="utf-8">';
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
    document.body.append(frame);
    await loaded;
    const { contentWindow: window, contentDocument: page } = frame;
    window.onerror = window.onunhandledrejection = () => true;
    page.body.innerHTML = form;
    const script = Object.assign(page.createElement("script"), {
      type: "module",
      src: "/xsolla-password-reset/forms.js",
    });
    if (when === "before") breakGlobal(window, name, way);
    page.head.append(script);
    const { shadowRoot } = await until(
      "defined",
      () => page.body.firstElementChild.shadowRoot && page.body.firstElementChild,
    );
    const part = (name) => shadowRoot.querySelector(`[part=${name}]`);
    await until(
      "visible",
      () => part("input").offsetHeight > 0 && getComputedStyle(part("input")).visibility === "visible",
    );
    if (when === "after") breakGlobal(window, name, way);
    const texts = [];
    for (const value of ["correct horse", "battery staple"]) {
      part("input").value = value;
      // The frame's own function may be the broken one.
      EventTarget.prototype.dispatchEvent.call(part("input"), new Event("input"));
      part("submit").click();
      await until("settled", () => part("form").getAttribute("aria-busy") === "false");
      const shown = ["status", "alert", "error"].map(part).filter((p) => p.offsetHeight > 0);
      texts.push(shown.map((p) => p.textContent).join(" "));
    }
    frame.remove();
    return texts;
  }
  const outcomes = [];
  const waiting = [...cases.entries()];
  const work = async () => {
    while (waiting.length > 0) {
      const [index, testCase] = waiting.shift();
      outcomes[index] = await submit(testCase).catch((error) => [String(error)]);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return outcomes;
}

/** Whether each submission ended with a sentence, and not with the one that asks the player to wait. */
const areSentences = (texts) =>
  texts.length === 2 && texts.every((text) => /\w+ \w+/.test(text) && !/One moment|Error/.test(text));

for (const pair of ways) {
  base(`each global ${pair.join(" or ")}, before or after the element is defined`, async ({ page }) => {
    base.setTimeout(300_000);
    // Not a route of the page: routes turn off the browser's cache, and the frames load the same files.
    const server = await listen((_, response) =>
      response.writeHead(204, { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*" }).end(),
    );
    try {
      await openFixture(page, { script: "", body: "" });
      await page.unrouteAll();
      const forms = [requestForm, passwordForm].map((form) => form.replace(baseUrl, `${server.url}api`));
      const cases = globals.flatMap((name) =>
        // Without `customElements` no element exists, and the page can only show a fallback.
        (name === "customElements" ? ["after"] : ["before", "after"]).flatMap((when) =>
          forms.flatMap((form) => pair.map((way) => ({ name, way, when, form }))),
        ),
      );
      const outcomes = await page.evaluate(submitInFrames, { cases, concurrency: CONCURRENCY });
      expect(outcomes).toHaveLength(cases.length);
      const unexpected = cases.flatMap(({ name, way, when, form }, index) =>
        areSentences(outcomes[index])
          ? []
          : [`${name} ${way}, ${when}, ${/[\w-]+/.exec(form)[0]}: ${JSON.stringify(outcomes[index])}`],
      );
      expect(unexpected).toEqual([]);
    } finally {
      server.stop();
    }
  });
}

test("a language whose texts never arrive: English", async ({ page }) => {
  await page.route("**/messages/fr.js", () => {});
  await openFixture(page, { lang: "fr" });
  await expect(page.getByRole("button", { name: "Send link" })).toBeVisible();
});
