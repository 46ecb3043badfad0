// The options of each call, in the order in which they are reported.

export const shared = ["baseUrl", "timeoutMs", "signal", "fetch"];
export const calls = {
  requestPasswordReset: { required: ["projectId", "username"], optional: ["loginUrl", "locale"] },
  confirmPasswordReset: { required: ["projectId", "newPassword", "resetCode"], optional: ["userId", "verifyCode"] },
};
