// Receives the link with which a player comes back after setting the new password.
//
// Any website can open the link, so it only shows the sign-in form. Nothing in it is read.

import { resolve } from "node:path";
import { app } from "electron";

const scheme = "mygame";
/** Registered in Publisher Account as a Callback URL; the page sends it as `loginUrl`. */
const signedOut = `${scheme}://signed-out`;

/** Makes the launcher the program that opens links of its scheme. */
export function registerScheme() {
  // Not packaged, the program is Electron, which needs the folder of the launcher.
  if (process.defaultApp) app.setAsDefaultProtocolClient(scheme, process.execPath, [resolve(process.argv[1])]);
  else app.setAsDefaultProtocolClient(scheme);
}

/** Calls `onBack` for each link, and `onStart` whenever the player starts the launcher again. */
export function watchLinks({ onBack, onStart }) {
  // macOS. The event of the link that starts the launcher may come before `ready`, so do not wait before this.
  app.on("open-url", (event, link) => {
    event.preventDefault();
    if (isSignedOut(link)) onBack();
  });
  // Windows and Linux start the program again, with the link as an argument; Chromium may add others.
  app.on("second-instance", (_event, args) => {
    onStart();
    if (args.some(isSignedOut)) onBack();
  });
  if (process.argv.some(isSignedOut)) onBack();
}

/** Whether this is the link, with or without a slash, and with anything after it. */
function isSignedOut(link) {
  if (!URL.canParse(link)) return false;
  const url = new URL(link);
  url.search = url.hash = "";
  return url.href === signedOut || url.href === `${signedOut}/`;
}
