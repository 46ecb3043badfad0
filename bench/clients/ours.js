export { requestPasswordReset as ask, confirmPasswordReset, isPasswordResetError, preload } from "../../dist/index.js";
