/** How a call ends after each response of `login.js`. */
export const outcomes = {
  204: "resolved",
  422: "rejected",
  429: "rate_limited",
  503: "unexpected_response",
};
