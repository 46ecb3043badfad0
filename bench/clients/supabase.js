import { AuthClient } from "@supabase/auth-js";

const auth = new AuthClient({ url: "https://example.com" });

export const ask = ({ username }) => auth.resetPasswordForEmail(username);
