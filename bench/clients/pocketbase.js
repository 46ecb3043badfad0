import PocketBase from "pocketbase";

const client = new PocketBase("https://example.com");

export const ask = ({ username }) => client.collection("users").requestPasswordReset(username);
