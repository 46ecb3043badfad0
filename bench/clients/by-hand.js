export {
  confirmPasswordReset,
  isPasswordResetError,
  requestPasswordReset as ask,
} from "../../tests/node/calls/by-hand.js";
