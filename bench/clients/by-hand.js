export { requestPasswordReset as ask, confirmPasswordReset, isPasswordResetError } from "../by-hand.js";
