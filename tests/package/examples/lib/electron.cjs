// A stand-in for `electron`, for as much of it as the example uses. What crosses from one side to the other is copied by
// the algorithm that Electron copies by, so that what cannot cross fails here too.

const handlers = new Map();
const windows = [];
const bridges = {};
/** Where requests go, and which page sends. Set by the test. */
const world = { fetch: undefined, senderUrl: undefined };

const app = { whenReady: async () => {}, on() {}, quit() {} };

class BrowserWindow {
  constructor({ webPreferences }) {
    this.webPreferences = webPreferences;
    this.webContents = { setWindowOpenHandler() {}, on() {} };
    windows.push(this);
  }
  async loadFile(path) {
    this.file = path;
  }
}

const ipcMain = { handle: (channel, handler) => handlers.set(channel, handler) };

const ipcRenderer = {
  async invoke(channel, ...args) {
    const event = { senderFrame: { url: world.senderUrl } };
    return structuredClone(await handlers.get(channel)(event, ...structuredClone(args)));
  },
};

const contextBridge = { exposeInMainWorld: (name, value) => (bridges[name] = value) };

const net = { fetch: (...args) => world.fetch(...args) };

module.exports = { app, BrowserWindow, ipcMain, ipcRenderer, contextBridge, net, standIn: { windows, bridges, world } };
