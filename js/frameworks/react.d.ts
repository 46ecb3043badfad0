// TSX in React 18 (from @types/react 18.2.8) and 19. Types only: import type {} from "xsolla-password-reset/react"

import type * as React from "react";
import type { Forms } from "./elements.js";

/** React 19 sets properties and listens to custom events. React 18 sets attributes only. */
type HasCustomElements = "useActionState" extends keyof typeof React ? true : false;

type Listeners<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

type Common<Element> = React.ClassAttributes<Element> &
  Omit<React.HTMLAttributes<Element>, "className"> & { class?: string | undefined };

type Props<Form extends Forms[keyof Forms]> = Common<Form["element"]> &
  (HasCustomElements extends true
    ? Omit<Form["attributes"], keyof Form["properties"]> &
        Form["properties"] &
        Listeners<Form["events"]> & { className?: string | undefined }
    : // TypeScript accepts any name with a hyphen that is not declared.
      Form["attributes"] & { [Name in keyof Listeners<Form["events"]>]?: undefined });

type ReactForms = { [Tag in keyof Forms]: Props<Forms[Tag]> };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends ReactForms {}
  }
}
