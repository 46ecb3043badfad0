// TSX in Preact 10 and 11. Types only: import type {} from "xsolla-password-reset/preact"

import type { ClassAttributes, JSX } from "preact";
import type { Forms } from "./elements.js";

type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

// Preact 10 and 11 name the attributes of all elements differently.
type Common<Element> = Omit<JSX.IntrinsicElements["div"], "ref"> & ClassAttributes<Element>;

type Props<Form extends Forms[keyof Forms]> = Common<Form["element"]> &
  Omit<Form["attributes"], keyof Form["properties"]> &
  Form["properties"] &
  Listeners<Form["events"]>;

type PreactForms = { [Tag in keyof Forms]: Props<Forms[Tag]> };

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements extends PreactForms {}
  }
}
