// Modules whose paths exist only in the browser: `npm start` and the benchmark serve them.

declare module "*/xsolla-password-reset/index.js";
declare module "*/xsolla-password-reset/forms.js";
declare module "*/xsolla-password-reset/messages.js";
declare module "/warm/*";
