// A mock of `electron`, with the parts that the example uses. Values that cross a process boundary are copied by the
// structured clone algorithm, as in Electron, so that values which cannot be copied fail here too.

const handlers = new Map();
const windows = [];
const bridges = {};
/** The `fetch` of the main process, and the URL of the page that sends. Set by the test. */
const host = { fetch: undefined, senderUrl: undefined };

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
    const event = { senderFrame: { url: host.senderUrl } };
    return structuredClone(await handlers.get(channel)(event, ...structuredClone(args)));
  },
};

const contextBridge = {
  exposeInMainWorld(name, value) {
    bridges[name] = value;
  },
};

const net = { fetch: (...args) => host.fetch(...args) };

module.exports = { app, BrowserWindow, ipcMain, ipcRenderer, contextBridge, net, mock: { windows, bridges, host } };
