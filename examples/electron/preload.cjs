// What the page gets of the launcher: one function.

const { contextBridge, ipcRenderer } = require("electron");

contextBridge.exposeInMainWorld("launcher", {
  fetchFromLogin: (url, init) => ipcRenderer.invoke("fetch-from-login", url, init),
});
