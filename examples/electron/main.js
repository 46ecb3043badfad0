// The launcher's main process. Creates the window, sends its requests, and tells it when the player is back.

import { fileURLToPath, pathToFileURL } from "node:url";
import { app, BrowserWindow, ipcMain } from "electron";
import { fetchFromLogin } from "./fetch-from-login.js";
import { registerScheme, watchLinks } from "./way-home.js";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const page = here("index.html");
let window;
/** The page, once it listens for the player. */
let listener;
/** Whether the player is back, and the page does not know it yet. */
let isBack = false;

// A second launcher hands its link over to the first, and ends.
if (app.requestSingleInstanceLock()) await start();
else app.quit();

async function start() {
  watchLinks({ onBack, onStart: bringToFront });
  registerScheme();
  ipcMain.handle("fetch-from-login", (event, url, init) => {
    if (!isLauncherPage(event)) throw new Error("Only the launcher's page may send requests");
    return fetchFromLogin(url, init);
  });
  ipcMain.on("watch-way-home", (event) => {
    if (!isLauncherPage(event)) return;
    listener = event.sender;
    if (isBack) onBack();
  });
  app.on("window-all-closed", () => app.quit());
  await app.whenReady();
  await openWindow();
}

function isLauncherPage({ senderFrame }) {
  return senderFrame?.url === String(pathToFileURL(page));
}

async function openWindow() {
  window = new BrowserWindow({
    width: 560,
    height: 360,
    webPreferences: { preload: here("preload.cjs"), contextIsolation: true, sandbox: true, nodeIntegration: false },
  });
  // The page cannot open windows or navigate.
  window.webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  window.webContents.on("will-navigate", (event) => event.preventDefault());
  await window.loadFile(page);
}

function onBack() {
  isBack = !listener;
  listener?.send("way-home");
  bringToFront();
}

function bringToFront() {
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}
