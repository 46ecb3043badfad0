// Exposes two functions to the page.

const { contextBridge, ipcRenderer } = require("electron");

contextBridge.exposeInMainWorld("launcher", {
  fetchFromLogin: (url, init) => ipcRenderer.invoke("fetch-from-login", url, init),
  watchWayHome(listener) {
    ipcRenderer.on("way-home", () => listener());
    ipcRenderer.send("watch-way-home");
  },
});
