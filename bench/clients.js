// The clients that are measured. Each module in `clients/` exports `ask`, which sends a password-reset email.

/** `package` is the npm package whose version is reported. */
export const clients = [
  { name: "bare-fetch", title: "bare `fetch`, no features" },
  { name: "by-hand", title: "hand-written `fetch` client of equal features" },
  { name: "ours", title: "xsolla-password-reset" },
  { name: "playfab", title: "playfab-web-sdk", package: "playfab-web-sdk" },
  { name: "ory", title: "@ory/client-fetch", package: "@ory/client-fetch" },
  { name: "pocketbase", title: "pocketbase", package: "pocketbase" },
  { name: "base16-wasm", title: "@hazae41/base16.wasm (Rust, not this call)", package: "@hazae41/base16.wasm" },
  { name: "better-auth", title: "better-auth/client", package: "better-auth" },
  { name: "descope", title: "@descope/web-js-sdk", package: "@descope/web-js-sdk" },
  { name: "supabase", title: "@supabase/auth-js", package: "@supabase/auth-js" },
  { name: "cognito", title: "amazon-cognito-identity-js", package: "amazon-cognito-identity-js" },
  { name: "amplify", title: "aws-amplify/auth", package: "aws-amplify" },
  { name: "supertokens", title: "supertokens-web-js", package: "supertokens-web-js" },
  { name: "firebase", title: "firebase/auth", package: "firebase" },
  { name: "xsolla-login-sdk", title: "@xsolla/login-sdk", package: "@xsolla/login-sdk" },
  { name: "auth0", title: "auth0-js", package: "auth0-js" },
];

/** The clients whose speed is measured: the hand-written one, ours and Xsolla's own SDK. */
export const timedClients = ["by-hand", "ours", "xsolla-login-sdk"];
