// Both forms by keyboard, through every state, with a screenshot of each.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../../../../scripts/lib/run.js";
import { contrastAlong } from "../../../support/contrast.js";
import { projectId } from "../../../support/projects.js";

const reset = { form: "password-reset-form", "project-id": projectId };
const confirm = {
  form: "new-password-form",
  "project-id": projectId,
  "reset-code": "ABJ8UKuTvNILBAEdfiKIpgHtiz6teYVPXMBFdpaw5mI",
};

/** How long a form may take for the next state, in milliseconds: only one that never gets there takes that long. */
const LIMIT_MS = 15_000;

/** The states that a form reaches in an engine that the calls do not work in. */
const withoutCalls = [
  "request-rest",
  "request-focus",
  "request-empty",
  "request-not-loaded",
  "request-below-floor",
  "password-rest",
  "password-short",
  "password-shown",
  "password-not-loaded",
  "password-below-floor",
];

/** Tests in one engine. `names` are those of the states to test; every state if it is not given. */
export async function testForms({ name, build, engine, server, expected, check }, names) {
  const folder = join(root, "build", "launchers", `${name}-${build}`);
  await mkdir(folder, { recursive: true });
  const { english } = await import(new URL("../../../../dist/messages.js", import.meta.url).href);
  /** An English text with its numbers. */
  const text = (name) => english.texts[name].replace("{min}", "6").replace("{max}", "100");

  const open = async (attributes) => {
    server.takeRequests();
    await engine.open(`${server.pages}tests/pages/launchers/pages/forms.html?${new URLSearchParams(attributes)}`);
    assert.deepEqual(await engine.errors(), []);
    await until("the form is visible", ({ isVisible }) => isVisible);
  };
  const look = () => engine.evaluate("look()");
  /** Waits for a state of the form. Returns it. */
  const until = async (what, isReached) => {
    let state;
    for (const end = Date.now() + LIMIT_MS; Date.now() < end; ) {
      state = await look();
      if (state.texts && isReached(state)) return state;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const errors = await engine.errors();
    throw new Error(`Never: ${what}. ${JSON.stringify(state)} ${errors.join()}`);
  };
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

  const states = {
    "request-rest": async () => {
      await open({ ...reset, ...api("204") });
      const { texts, isStyled } = await shows("intro", "requestIntro");
      assert.deepEqual(texts, { intro: text("requestIntro"), label: text("username"), submit: text("send") });
      assert.ok(isStyled, "the form has no styles");
      assert.ok((await look()).isFieldVisible, "the field has neither border nor background");
    },
    "request-focus": async () => {
      await open({ ...reset, ...api("204") });
      await type("Lena 😀");
    },
    "request-empty": async () => {
      await open({ ...reset, ...api("204") });
      await submit("");
      const { isInvalid, focus } = await shows("error", "usernameRequired");
      assert.deepEqual({ isInvalid, focus }, { isInvalid: true, focus: "input" });
      assert.deepEqual(server.takeRequests(), []);
    },
    "request-darkened": async () => {
      if (!expected.darkens) return;
      await engine.setAttributes({ ForceDarkMode: true });
      try {
        await open({ ...reset, ...api("204") });
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
      await open({ ...reset, ...api("held") });
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
      await open({ ...reset, ...api("204") });
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
    "request-rate-limited": async () => {
      await open({ ...reset, ...api("429") });
      await submit("John");
      const { texts } = await shows("alert", "rateLimited");
      assert.match(texts.wait, /\b[1-7]\b/);
    },
    "request-closed-port": async () => {
      await open({ ...reset, "base-url": server.closed });
      await submit("John");
      await shows("alert", "network");
    },
    "request-offline": async () => {
      if (!expected.emulatesOffline) return;
      await open({ ...reset, ...api("204") });
      await engine.setOffline(true);
      try {
        await submit("John");
        await shows("alert", "offline");
      } finally {
        await engine.setOffline(false);
      }
      assert.deepEqual(server.takeRequests(), []);
    },
    "request-misconfigured": async () => {
      await open({ ...reset, ...api("misconfigured") });
      await submit("John");
      await shows("alert", "misconfigured");
    },
    "request-failed": async () => {
      await open({ ...reset, ...api("503") });
      await submit("John");
      await shows("alert", "failed");
    },
    "request-not-loaded": async () => {
      await open({ ...reset, ...api("204"), without: "WebAssembly" });
      await submit("John");
      await shows("alert", "notLoaded");
    },
    "request-arabic": async () => {
      // Below the floor, the form is in English.
      if (expected.belowFloor) return;
      await open({ ...reset, ...api("204"), lang: "ar" });
      const { default: arabic } = await import(new URL("../../../../dist/messages/ar.js", import.meta.url).href);
      const { direction } = await until("the label is Arabic", ({ texts }) => texts.label === arabic.username);
      assert.equal(direction, "rtl");
    },
    "password-rest": async () => {
      await open({ ...confirm, ...api("204") });
      const { texts } = await until("the label shows", ({ texts }) => texts.label === text("newPassword"));
      assert.ok(texts.intro.startsWith(text("passwordRule")), texts.intro);
      assert.equal(texts.submit, text("setPassword"));
    },
    "password-short": async () => {
      await open({ ...confirm, ...api("204") });
      await submit("12345");
      const { isInvalid, focus } = await shows("error", "passwordRule");
      assert.deepEqual({ isInvalid, focus }, { isInvalid: true, focus: "input" });
    },
    "password-shown": async () => {
      await open({ ...confirm, ...api("204") });
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
      await open({ ...confirm, ...api("204") });
      await submit("battery staple 😀");
      const { value } = await shows("status", "passwordSet");
      assert.equal(value, "");
      assert.deepEqual(
        server.takeRequests().map(({ body }) => body.new_password),
        ["battery staple 😀"],
      );
    },
    "password-no-code": async () => {
      const { "reset-code": _, ...attributes } = confirm;
      await open({ ...attributes, ...api("204") });
      await shows("alert", "linkDead");
    },
    "password-dead-link": async () => {
      await open({ ...confirm, ...api("link-invalid") });
      await submit("battery staple");
      await shows("alert", "linkDead");
    },
    "password-rejected": async () => {
      await open({ ...confirm, ...api("password-rejected") });
      await submit("battery staple");
      const { focus } = await shows("error", "passwordRefused");
      assert.equal(focus, "input");
    },
    "password-rate-limited": async () => {
      await open({ ...confirm, ...api("429") });
      await submit("battery staple");
      const { texts } = await shows("alert", "rateLimited");
      assert.match(texts.wait, /\b[1-7]\b/);
    },
    "password-not-loaded": async () => {
      await open({ ...confirm, ...api("204"), without: "WebAssembly" });
      await submit("battery staple");
      await shows("alert", "notLoaded");
    },
    "policy-without-wasm": async () => {
      await open({ ...reset, ...api("204"), csp: policy("'self'", "'unsafe-inline'") });
      await submit("John");
      await shows("alert", "notLoaded");
    },
    "policy-without-nonce": async () => {
      await open({ ...reset, ...api("204"), csp: policy(`'self' ${wasm}`, "'self'") });
      const { texts, isStyled } = await shows("intro", "requestIntro");
      assert.equal(isStyled, expected.adoptedStyleSheets);
      assert.deepEqual(texts, { intro: text("requestIntro"), label: text("username"), submit: text("send") });
      await submit("John");
      await shows("status", "sent");
    },
    "policy-with-nonce": async () => {
      await open({ ...reset, ...api("204"), nonce: "c2VjcmV0", csp: policy(`'self' ${wasm}`, "'nonce-c2VjcmV0'") });
      const { texts, isStyled } = await shows("intro", "requestIntro");
      assert.ok(isStyled, "the form has no styles");
      assert.deepEqual(texts, { intro: text("requestIntro"), label: text("username"), submit: text("send") });
    },
    "request-below-floor": async () => {
      await open({ ...reset, ...api("204") });
      await submit("John");
      await shows("alert", "notLoaded");
      assert.deepEqual(server.takeRequests(), []);
    },
    "password-below-floor": async () => {
      await open({ ...confirm, ...api("204") });
      await submit("battery staple");
      await shows("alert", "notLoaded");
      assert.deepEqual(server.takeRequests(), []);
    },
  };
  const wasm = expected.wasmUnsafeEval ? "'wasm-unsafe-eval'" : "'unsafe-eval'";
  const policy = (script, style) =>
    `default-src 'none'; img-src data:; script-src ${script}; style-src ${style}; connect-src ${new URL(server.api).origin}`;

  for (const [name, test] of Object.entries(states)) {
    if (names && !names.includes(name)) continue;
    if (expected.lacks ? !withoutCalls.includes(name) : name.endsWith("below-floor")) continue;
    await check(`form ${name}`, async () => {
      try {
        await test();
        assert.deepEqual(await engine.errors(), []);
      } finally {
        await engine.screenshot(join(folder, `${name}.png`));
      }
    });
  }
}
