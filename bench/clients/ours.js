export { confirmPasswordReset, isPasswordResetError, preload, requestPasswordReset as ask } from "../../dist/index.js";
