import * as api from "/dist/index.js";

window.ready(api);
