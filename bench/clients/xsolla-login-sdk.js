import { Api } from "@xsolla/login-sdk";

let api;

export function ask({ projectId, username }) {
  api ??= new Api({ projectId });
  return api.reset({ username });
}
