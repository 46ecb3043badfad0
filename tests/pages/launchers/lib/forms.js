// Both forms by keyboard, through every state, with a screenshot of each.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../../../scripts/lib/run.js";
import { contrastAlong } from "../../../support/contrast.js";
import { holds } from "../../../support/process.js";
import { projectId } from "../../../support/projects.js";

const reset = { form: "password-reset-form", "project-id": projectId };
const confirm = {
  form: "new-password-form",
  "project-id": projectId,
  "reset-code": "ABJ8UKuTvNILBAEdfiKIpgHtiz6teYVPXMBFdpaw5mI",
};

/** How long a form may take for the next state, in milliseconds: only one that never gets there takes that long. */
const LIMIT_MS = 15_000;

/** Waits for a state of the form in the page, which `look()` of `pages/form.js` describes. Returns it. */
export async function reach(engine, what, isReached) {
  /** @type {any} */
  let state;
  const look = async () => {
    state = await engine.evaluate("window.look ? look() : {}");
    return state.texts && isReached(state);
  };
  if (await holds(look, LIMIT_MS)) return state;
  throw new Error(`Never: ${what}. ${JSON.stringify(state)} ${await engine.evaluate("window.pageErrors")}`);
}

/** The English texts of the forms. */
export async function englishTexts() {
  const { english } = await import(new URL("../../../../dist/messages.js", import.meta.url).href);
  return english.texts;
}

/** The states that a form reaches in an engine that the calls do not work in. */
const withoutCalls =
  /^(request-(rest|focus|empty|not-loaded|below-floor)|password-(rest|short|shown|not-loaded|below-floor))$/;

/** Tests in one engine. `names` are those of the states to test; every state if it is not given. */
export async function testForms({ name, build, engine, server, expected, check }, names) {
  const folder = join(root, "build", "launchers", `${name}-${build}`);
  await mkdir(folder, { recursive: true });
  const english = await englishTexts();
  /** An English text with its numbers. */
  const text = (name) => english[name].replace("{min}", "6").replace("{max}", "100");

  const open = async (attributes) => {
    server.takeRequests();
    await engine.open(`${server.pages}tests/pages/launchers/pages/forms.html?${new URLSearchParams(attributes)}`);
    assert.deepEqual(await engine.evaluate("pageErrors"), []);
    await until("the form is visible", ({ isVisible }) => isVisible);
  };
  const look = () => engine.evaluate("look()");
  const until = (what, isReached) => reach(engine, what, isReached);
  const shows = (part, name) => until(`${part} shows ${name}`, ({ texts }) => texts[part] === text(name));
  /** Tabs to a part, from the start of the page or from another part. */
  const tabTo = async (part) => {
    for (let count = 0; count < 4; count++) {
      const { focus } = await look();
      if (focus === part) return;
      await engine.press("Tab");
      await until("Tab moves the focus", (state) => state.focus !== focus);
    }
    throw new Error(`Tab does not reach ${part}`);
  };
  const type = async (typed) => {
    await tabTo("input");
    await engine.type(typed);
    await until("the text is typed", ({ value }) => value === typed);
  };
  const submit = async (typed) => {
    await type(typed);
    await engine.press("Enter");
  };
  /** Along a row of pixels from beside the field across its focus ring and its border. */
  const edgeOfField = async () => {
    const path = join(folder, "request-edge.png");
    await engine.screenshot(path);
    const png = (await readFile(path)).toString("base64");
    const { left, top, height } = await engine.evaluate(
      "JSON.parse(JSON.stringify(form.shadowRoot.querySelector('[part~=input]').getBoundingClientRect()))",
    );
    const row = { png, x: Math.round(left) - 7, y: Math.round(top + height / 2), width: 11 };
    return engine.evaluate(`(${contrastAlong})(${JSON.stringify(row)})`);
  };
  const api = (name) => ({ "base-url": `${server.api}${name}` });

  /** A state that is reached by typing a text and Enter, if there is one, and then `part` shows a text. */
  const outcome =
    (attributes, typed, part, name, check = (_state) => {}) =>
    async () => {
      await open(attributes);
      if (typed !== undefined) await submit(typed);
      check(await shows(part, name));
    };
  const hasWait = ({ texts }) => assert.match(texts.wait, /\b[1-7]\b/);
  const isInvalid = ({ isInvalid, focus }) =>
    assert.deepEqual({ isInvalid, focus }, { isInvalid: true, focus: "input" });
  const nothingIsSent = () => assert.deepEqual(server.takeRequests(), []);
  const atRest = ({ texts }) =>
    assert.deepEqual(texts, { intro: text("requestIntro"), label: text("username"), submit: text("send") });
  const wasm = expected.wasmUnsafeEval ? "'wasm-unsafe-eval'" : "'unsafe-eval'";
  const policy = (script, style) => ({
    csp: `default-src 'none'; img-src data:; script-src ${script}; style-src ${style}; connect-src ${new URL(server.api).origin}`,
  });
  const { "reset-code": _, ...withoutCode } = { ...confirm, ...api("204") };
  const requestTo = (name, more = {}) => ({ ...reset, ...api(name), ...more });
  const confirmTo = (name, more = {}) => ({ ...confirm, ...api(name), ...more });

  const states = {
    "request-rest": outcome(requestTo("204"), undefined, "intro", "requestIntro", (state) => {
      atRest(state);
      assert.ok(state.isStyled, "the form has no styles");
      assert.ok(state.isFieldVisible, "the field has neither border nor background");
    }),
    "request-focus": async () => {
      await open(requestTo("204"));
      await type("Lena 😀");
    },
    "request-empty": outcome(requestTo("204"), "", "error", "usernameRequired", (state) => {
      isInvalid(state);
      nothingIsSent();
    }),
    "request-darkened": async () => {
      if (!expected.darkens) return;
      await engine.setAttributes({ ForceDarkMode: true });
      try {
        await open(requestTo("204"));
        const edges = [await edgeOfField()];
        await tabTo("input");
        edges.push(await edgeOfField());
        await submit("");
        await shows("error", "usernameRequired");
        edges.push(await edgeOfField());
        await engine.press("Tab");
        await until("the button has the focus", ({ focus }) => focus === "submit");
        edges.push(await edgeOfField());
        for (const { isDark, contrast } of edges) {
          assert.ok(isDark, "the page is not darkened");
          assert.ok(contrast >= 3, `a contrast of ${contrast.toFixed(1)} : 1`);
        }
      } finally {
        await engine.setAttributes({ ForceDarkMode: null });
      }
    },
    "request-busy": async () => {
      await open(requestTo("held"));
      await submit("John");
      const { isBusy, isDisabled } = await shows("status", "working");
      assert.deepEqual({ isBusy, isDisabled }, { isBusy: true, isDisabled: true });
      await engine.press("Enter");
      await shows("cancel", "cancel");
      assert.equal(server.takeRequests().length, 1, "sent once");
    },
    // Continues from the previous state.
    "request-cancelled": async () => {
      await tabTo("cancel");
      await engine.press("Enter");
      await shows("alert", "cancelled").catch(() => shows("status", "cancelled"));
      server.release();
    },
    "request-sent": async () => {
      await open(requestTo("204"));
      await submit("John");
      const { texts, isDisabled, isBusy } = await shows("status", "sent");
      assert.deepEqual({ isDisabled, isBusy }, { isDisabled: true, isBusy: false });
      assert.match(texts.wait, /\d/);
      await engine.press("Enter");
      assert.deepEqual(
        server.takeRequests().map(({ body }) => body),
        [{ username: "John" }],
        "one email for one intent",
      );
    },
    "request-rate-limited": outcome(requestTo("429"), "John", "alert", "rateLimited", hasWait),
    "request-closed-port": outcome({ ...reset, "base-url": server.closed }, "John", "alert", "network"),
    "request-offline": async () => {
      if (!expected.emulatesOffline) return;
      await open(requestTo("204"));
      await engine.setOffline(true);
      try {
        await submit("John");
        await shows("alert", "offline");
      } finally {
        await engine.setOffline(false);
      }
      assert.deepEqual(server.takeRequests(), []);
    },
    "request-misconfigured": outcome(requestTo("misconfigured"), "John", "alert", "misconfigured"),
    "request-failed": outcome(requestTo("503"), "John", "alert", "failed"),
    "request-not-loaded": outcome(requestTo("204", { without: "WebAssembly" }), "John", "alert", "notLoaded"),
    "request-arabic": async () => {
      // Below the floor, the form is in English.
      if (expected.belowFloor) return;
      await open(requestTo("204", { lang: "ar" }));
      const { default: arabic } = await import(new URL("../../../../dist/messages/ar.js", import.meta.url).href);
      const { direction } = await until("the label is Arabic", ({ texts }) => texts.label === arabic.username);
      assert.equal(direction, "rtl");
    },
    "password-rest": async () => {
      await open(confirmTo("204"));
      const { texts } = await until("the label shows", ({ texts }) => texts.label === text("newPassword"));
      assert.ok(texts.intro.startsWith(text("passwordRule")), texts.intro);
      assert.equal(texts.submit, text("setPassword"));
    },
    "password-short": outcome(confirmTo("204"), "12345", "error", "passwordRule", isInvalid),
    "password-shown": async () => {
      await open(confirmTo("204"));
      await type("pass word 😀 ");
      await shows("warning", "outerSpaces");
      await engine.press("Tab", { shift: true });
      await until("the toggle has the focus", ({ focus }) => focus === "toggle");
      await engine.press("Enter");
      const { value } = await until("the password is shown", ({ type }) => type === "text");
      assert.equal(value, "pass word 😀 ");
      assert.equal((await look()).texts.toggle, text("showPassword"));
    },
    "password-set": async () => {
      await open(confirmTo("204"));
      await submit("battery staple 😀");
      const { value } = await shows("status", "passwordSet");
      assert.equal(value, "");
      assert.deepEqual(
        server.takeRequests().map(({ body }) => body.new_password),
        ["battery staple 😀"],
      );
    },
    "password-no-code": outcome(withoutCode, undefined, "alert", "linkDead"),
    "password-dead-link": outcome(confirmTo("link-invalid"), "battery staple", "alert", "linkDead"),
    "password-rejected": outcome(
      confirmTo("password-rejected"),
      "battery staple",
      "error",
      "passwordRefused",
      ({ focus }) => assert.equal(focus, "input"),
    ),
    "password-rate-limited": outcome(confirmTo("429"), "battery staple", "alert", "rateLimited", hasWait),
    "password-not-loaded": outcome(
      confirmTo("204", { without: "WebAssembly" }),
      "battery staple",
      "alert",
      "notLoaded",
    ),
    "policy-without-wasm": outcome(requestTo("204", policy("'self'", "'unsafe-inline'")), "John", "alert", "notLoaded"),
    "policy-without-nonce": async () => {
      await open(requestTo("204", policy(`'self' ${wasm}`, "'self'")));
      const state = await shows("intro", "requestIntro");
      assert.equal(state.isStyled, expected.adoptedStyleSheets);
      atRest(state);
      await submit("John");
      await shows("status", "sent");
    },
    "policy-with-nonce": outcome(
      requestTo("204", { nonce: "c2VjcmV0", ...policy(`'self' ${wasm}`, "'nonce-c2VjcmV0'") }),
      undefined,
      "intro",
      "requestIntro",
      (state) => {
        assert.ok(state.isStyled, "the form has no styles");
        atRest(state);
      },
    ),
    "request-below-floor": outcome(requestTo("204"), "John", "alert", "notLoaded", nothingIsSent),
    "password-below-floor": outcome(confirmTo("204"), "battery staple", "alert", "notLoaded", nothingIsSent),
  };

  for (const [name, test] of Object.entries(states)) {
    if (names && !names.includes(name)) continue;
    if (expected.lacks ? !withoutCalls.test(name) : name.endsWith("below-floor")) continue;
    await check(`form ${name}`, async () => {
      try {
        await test();
        assert.deepEqual(await engine.evaluate("pageErrors"), []);
      } finally {
        await engine.screenshot(join(folder, `${name}.png`));
      }
    });
  }
}
