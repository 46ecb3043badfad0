// Markup in Svelte 4 and 5. Types only: import type {} from "xsolla-password-reset/svelte"

import type { HTMLAttributes } from "svelte/elements";
import type { Forms } from "./elements.js";

type Listeners<Events> = {
  // `on:name` is Svelte 4's.
  [Name in keyof Events & string as `on${Name}` | `on:${Name}`]?: ((event: Events[Name]) => void) | null | undefined;
};

type Props<Form extends Forms[keyof Forms]> = HTMLAttributes<Form["element"]> &
  Omit<Form["attributes"], keyof Form["properties"]> &
  Form["properties"] &
  Listeners<Form["events"]>;

type SvelteForms = { [Tag in keyof Forms]: Props<Forms[Tag]> };

declare module "svelte/elements" {
  interface SvelteHTMLElements extends SvelteForms {}
}
