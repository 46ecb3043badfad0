import { createAuthClient } from "better-auth/client";

const client = createAuthClient({ baseURL: "https://example.com" });

export const ask = ({ username }) => client.requestPasswordReset({ email: username });
