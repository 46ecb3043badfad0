export { confirmPasswordReset, isPasswordResetError, requestPasswordReset as ask } from "../by-hand.js";
