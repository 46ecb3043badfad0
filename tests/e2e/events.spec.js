// Pages that treat fields differently from everything else: the element must be no obstacle to its own field, and must not
// take events that a page needs. docs/architecture.md has the table.

import { forms, importForms, openFixture, openForm, passwordForm, requestForm, respondWith } from "./fixture.js";
import { withLibraries } from "./libraries.js";
import { countCalls, expect, formOn, requestCall, test } from "./support.js";

const native = '<input id="native"><button id="native-button" type="button">Native</button>';

/** A script that prevents events, or does something else, unless their target is a field. */
const unlessField = (types, action, options = "{ passive: false }") => `<script>
  for (const type of "${types}".split(" "))
    addEventListener(type, (event) => event.target.tagName === "INPUT" || (() => { ${action} })(), ${options});
</script>`;

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true });

  for (const types of ["touchstart", "touchend", "touchstart touchmove touchend touchcancel"]) {
    test(`a page that prevents ${types} outside of fields: taps focus, and press the buttons`, async ({ page }) => {
      const calls = countCalls(page, requestCall);
      await respondWith(page, { status: 204 });
      const { edit, field, submit } = await openFixture(page, { head: unlessField(types, "event.preventDefault()") });
      await field.tap();
      await page.keyboard.type("ada");
      await expect(field).toHaveValue("ada");
      await submit.tap();
      await expect(edit).toBeVisible();
      expect(calls).toHaveLength(1);
      await edit.tap();
      await expect(field).toBeVisible();
    });
  }

  test("the field's text is at least 16 pixels high, so that iOS does not zoom", async ({ page }) => {
    for (const [size, expected] of Object.entries({ 14: "16px", 20: "20px" })) {
      const { field } = await openForm(page, { head: `<style>body { font-size: ${size}px }</style>` });
      await expect(field).toHaveCSS("font-size", expected);
    }
  });
});

test("the field's text has the page's size where there is no touch screen", async ({ page }) => {
  const { field } = await openForm(page, { head: "<style>body { font-size: 14px }</style>" });
  await expect(field).toHaveCSS("font-size", "14px");
});

for (const [name, body] of forms) {
  for (const type of ["contextmenu", "selectstart", "mousedown", "beforeinput", "paste", "copy", "cut"]) {
    test(`a page that prevents ${type} outside of fields leaves the field alone: ${name}`, async ({ page }) => {
      const { field } = await openForm(page, { body, head: unlessField(type, "event.preventDefault()") });
      const isAllowed = await field.evaluate(
        (input, type) => input.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true })),
        type,
      );
      expect(isAllowed).toBe(true);
    });
  }
}

test("a page that prevents presses outside of fields: a word can be selected, and replaced", async ({ page }) => {
  const types = "mousedown selectstart beforeinput";
  const { field } = await openFixture(page, { head: unlessField(types, "event.preventDefault()") });
  await field.fill("amir");
  await field.dblclick({ position: { x: 24, y: 20 } });
  await page.keyboard.type("ada");
  await expect(field).toHaveValue("ada");
});

test("a page that prevents pointerdown outside of fields: the field can be pressed", async ({ page }) => {
  const { field } = await openFixture(page, { head: unlessField("pointerdown", "event.preventDefault()") });
  await field.click();
  await page.keyboard.type("ada");
  await expect(field).toHaveValue("ada");
});

for (const types of ["click", "focusin", "click focusin", "mousedown", "mouseup", "pointerup", "pointerdown"]) {
  test(`a game that takes the focus back with ${types} outside of fields: the field keeps it`, async ({ page }) => {
    const head = unlessField(types, 'document.querySelector("canvas").focus()');
    const { field, part } = await openFixture(page, { head, body: `<canvas tabindex="0"></canvas>${requestForm}` });
    await field.click();
    await page.keyboard.type("ada");
    await expect(field).toHaveValue("ada");
    // By its label, and by the keyboard.
    await page.locator("canvas").focus();
    await part("label").click();
    await page.keyboard.press("End");
    await page.keyboard.type("!");
    await expect(field).toHaveValue("ada!");
    await page.locator("canvas").focus();
    await page.keyboard.press("Tab");
    await expect(field).toBeFocused();
  });
}

test("the page sees where a drag ends, and every press of a button", async ({ page }) => {
  const head = `<script>
    window.seen = [];
    for (const type of ["mouseup", "pointerdown", "pointerup", "click"])
      addEventListener(type, (event) => seen.push(type + " " + event.target.localName));
  </script>`;
  const { field, submit } = await openFixture(page, { head });
  const seen = () => page.evaluate(() => window.seen.splice(0));
  await page.mouse.move(5, 5);
  await page.mouse.down();
  const { x, y } = await field.boundingBox();
  await page.mouse.move(x + 20, y + 20);
  await seen();
  await page.mouse.up();
  expect(await seen()).toEqual(
    expect.arrayContaining(["pointerup password-reset-form", "mouseup password-reset-form"]),
  );
  await submit.click();
  expect(await seen()).toContain("click password-reset-form");
});

const recordKeys = `<script>
  window.seen = [];
  for (const type of ["keydown", "keyup"]) addEventListener(type, (event) => seen.push(type + " " + event.key));
</script>`;

/** What the page hears of one press, apart from the modifiers. */
async function heard(page, chord) {
  await page.evaluate(() => void window.seen.splice(0));
  await page.keyboard.press(chord);
  const seen = await page.evaluate(() => window.seen);
  return seen.filter((entry) => !/ (Control|Shift|Alt|Meta)$/.test(entry));
}

const passing =
  `ArrowUp ArrowDown PageUp PageDown Escape F2 Shift+F10 Control+k Control+s Control+Shift+p Control+Enter Alt+s Alt+1
  Alt+ArrowLeft Meta+k Control+ArrowUp Shift+ArrowDown CapsLock ContextMenu MediaPlayPause AudioVolumeUp Tab`.split(
    /\s+/,
  );
const kept =
  `a A 5 - @ / Space Backspace Delete Home End ArrowLeft ArrowRight Shift+ArrowLeft Shift+Home Control+ArrowLeft Control+a
  Control+c Control+v Control+x Control+z Control+Backspace Alt+Backspace Insert Enter`.split(/\s+/);

test("keys in the field: the page hears what a field of one line does not use, and nothing else", async ({ page }) => {
  const { field } = await openFixture(page, { head: recordKeys, body: passwordForm });
  await field.focus();
  // Its press and its release.
  for (const chord of passing) expect(await heard(page, chord), chord).toHaveLength(2);
  for (const chord of kept) {
    await field.focus();
    expect(await heard(page, chord), chord).toEqual([]);
  }
});

test("keys on a button: the page hears all but those that press it", async ({ page }) => {
  await respondWith(page, { status: 204 });
  const { part } = await openFixture(page, { head: recordKeys, body: passwordForm });
  const toggle = part("toggle");
  for (const chord of [...passing, "w", "ArrowLeft", "ArrowRight", "Home", "Backspace", "Control+c"]) {
    await toggle.focus();
    expect(await heard(page, chord), chord).toHaveLength(2);
  }
  await toggle.focus();
  for (const chord of ["Enter", "Space"]) expect(await heard(page, chord), chord).toEqual([]);
});

test("characters written with AltGr or Option, and Ctrl with letters of another script, stay inside", async ({
  page,
}) => {
  const { field } = await openForm(page, { head: recordKeys });
  const press = (init) =>
    field.evaluate(
      (input, init) =>
        void input.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, composed: true, ...init })),
      init,
    );
  await press({ key: "@", code: "KeyL", altKey: true });
  await press({ key: "€", code: "KeyE", altKey: true, ctrlKey: true });
  // An accent that waits for its letter.
  await press({ key: "Dead", code: "KeyE", altKey: true });
  // The clipboard on Russian, Greek and Hebrew keyboards.
  for (const key of ["м", "ω", "ש"])
    for (const modifier of ["ctrlKey", "metaKey"]) await press({ key, [modifier]: true });
  // The player chooses a candidate of an input method, or closes its list.
  for (const key of ["Enter", "Escape", "ArrowDown", "Tab", "Process"]) await press({ key, isComposing: true });
  await press({ key: "Escape", keyCode: 229 });
  expect(await page.evaluate(() => window.seen)).toEqual([]);
});

test("a key that is held while the focus moves in is released for the page; one pressed inside is not", async ({
  page,
}) => {
  const { field } = await openFixture(page, {
    head: recordKeys,
    body: `<button id="outside">Outside</button>${requestForm}`,
  });
  const seen = () => page.evaluate(() => window.seen.splice(0));
  await page.locator("#outside").focus();
  // Pressed and released inside before, so that its release is known.
  await field.focus();
  await page.keyboard.press("w");
  await page.locator("#outside").focus();
  await seen();
  await page.keyboard.down("w");
  await field.focus();
  await page.keyboard.down("w");
  await page.keyboard.up("w");
  expect(await seen()).toEqual(["keydown w", "keyup w"]);
  // The release has another name without Shift.
  await page.keyboard.down("Shift");
  await page.keyboard.down("A");
  await page.keyboard.up("Shift");
  await page.keyboard.up("a");
  expect((await seen()).filter((entry) => !/Shift/.test(entry))).toEqual([]);
  // Enter moves the focus to the confirmation before it is released.
  await respondWith(page, { status: 204 });
  await field.fill("ada");
  await page.keyboard.down("Enter");
  await expect(formOn(page).edit).toBeVisible();
  await page.keyboard.up("Enter");
  expect(await seen()).toEqual([]);
});

test("js-spatial-navigation: arrows enter the field, and leave it", async ({ page }) => {
  const script = await withLibraries(`
    import "js-spatial-navigation";
    ${importForms}
    SpatialNavigation.init();
    SpatialNavigation.add({ selector: "#above, #below, password-reset-form", rememberSource: true });
    SpatialNavigation.focus("#above");`);
  const button = (id) => `<button id="${id}" style="display: block; margin: 1em">${id}</button>`;
  await openForm(page, { script, body: `${button("above")}${requestForm}${button("below")}` });
  await page.locator("#above").focus();
  await page.keyboard.press("ArrowDown");
  await expect(formOn(page).field).toBeFocused();
  await page.keyboard.type("ada");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("#below")).toBeFocused();
  await expect(formOn(page).field).toHaveValue("ada");
});

test("Pixel Streaming: a figure that walks stops when the key is released in the field", async ({ page }) => {
  const script = await withLibraries(`
    import { KeyboardController } from "@epicgames-ps/lib-pixelstreamingfrontend-ue5.5/dist/esm/Inputs/KeyboardController.js";
    ${importForms}
    window.sent = [];
    const send = (type) => [type, ([key]) => sent.push(type + " " + key)];
    const streams = { toStreamerHandlers: new Map(["KeyDown", "KeyUp", "KeyPress"].map(send)) };
    const config = { isFlagEnabled: () => true };
    new KeyboardController(streams, config, { getActiveKeys: () => [] }).register();`);
  const { field } = await openForm(page, { script, body: `<button id="game">Game</button>${requestForm}` });
  await page.locator("#game").focus();
  const sent = () => page.evaluate(() => window.sent.splice(0));
  await page.keyboard.down("w");
  await field.focus();
  await page.keyboard.up("w");
  expect(await sent()).toEqual(expect.arrayContaining(["KeyDown 87", "KeyUp 87"]));
  // And nothing that is typed moves it.
  await page.keyboard.type("wasd");
  await expect(field).toHaveValue("wasd");
  expect(await sent()).toEqual([]);
});

test("a window without a frame: the form can be pressed where the page drags the window", async ({ page }) => {
  const { field, submit } = await openForm(page, {
    head: "<style>body { -webkit-app-region: drag }</style>",
    body: `${native}${requestForm}`,
  });
  for (const part of [field, submit]) await expect(part).toHaveCSS("-webkit-app-region", "no-drag");
});
