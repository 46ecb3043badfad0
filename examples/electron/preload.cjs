// Exposes one function to the page.

const { contextBridge, ipcRenderer } = require("electron");

contextBridge.exposeInMainWorld("launcher", {
  fetchFromLogin: (url, init) => ipcRenderer.invoke("fetch-from-login", url, init),
});
