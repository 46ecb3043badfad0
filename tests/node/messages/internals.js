/**
 * The exports of dist/messages.js, with the internal ones, which its types leave out.
 *
 * @type {any}
 */
export const messages = await import(new URL("../../../dist/messages.js", import.meta.url).href);
