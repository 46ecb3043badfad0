import * as api from "../../../../dist/index.js";

ready(api);
