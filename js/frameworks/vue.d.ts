// Templates in Vue 3. Types only: import type {} from "xsolla-password-reset/vue"

import type { EmitFn, HTMLAttributes, PublicProps } from "vue";
import type { Forms } from "./elements.js";

type Listeners<Events> = { [Name in keyof Events]: (event: Events[Name]) => void };

/** The parts of a component that Vue's template checker uses. */
type Component<Form extends Forms[keyof Forms]> = new () => Form["element"] & {
  /** @deprecated For the types of templates only. */
  $props: HTMLAttributes & PublicProps & Omit<Form["attributes"], keyof Form["properties"]> & Form["properties"];
  /** @deprecated For the types of templates only. */
  $emit: EmitFn<Listeners<Form["events"]>>;
};

type VueForms = { [Tag in keyof Forms]: Component<Forms[Tag]> };

declare module "vue" {
  interface GlobalComponents extends VueForms {}
}
