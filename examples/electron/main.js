// The launcher's main process. Creates the window, and sends its requests.

import { fileURLToPath, pathToFileURL } from "node:url";
import { app, BrowserWindow, ipcMain } from "electron";
import { fetchFromLogin } from "./fetch-from-login.js";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const page = here("index.html");

ipcMain.handle("fetch-from-login", (event, url, init) => {
  if (event.senderFrame?.url !== String(pathToFileURL(page)))
    throw new Error("Only the launcher's page may send requests");
  return fetchFromLogin(url, init);
});

await app.whenReady();
const window = new BrowserWindow({
  width: 560,
  height: 360,
  webPreferences: { preload: here("preload.cjs"), contextIsolation: true, sandbox: true, nodeIntegration: false },
});
// The page cannot open windows or navigate.
window.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
window.webContents.on("will-navigate", (event) => event.preventDefault());
await window.loadFile(page);

app.on("window-all-closed", () => app.quit());
