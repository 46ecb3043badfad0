// TSX in Solid. Types only: import type {} from "xsolla-password-reset/solid"

import type { JSX } from "solid-js";
import type { Forms } from "./elements.js";

type Prefixed<Prefix extends string, Members> = {
  [Name in keyof Members & string as `${Prefix}:${Name}`]?: Members[Name];
};

type Listeners<Events> = {
  [Name in keyof Events & string as `on:${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Props<Form extends Forms[keyof Forms]> = JSX.HTMLAttributes<Form["element"]> &
  Omit<Form["attributes"], keyof Form["properties"]> &
  // Not the other properties: Solid writes constants into the page's HTML, where `projectId` would be `projectid`.
  Pick<Form["properties"], keyof Form["properties"] & keyof Form["attributes"]> &
  Prefixed<"attr", Form["attributes"]> &
  Prefixed<"prop", Form["properties"]> &
  Listeners<Form["events"]>;

type SolidForms = { [Tag in keyof Forms]: Props<Forms[Tag]> };

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements extends SolidForms {}
  }
}
