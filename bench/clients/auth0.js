import { Authentication } from "auth0-js";

const auth = new Authentication({ domain: "example.com", clientID: "example" });

export function ask({ username }) {
  return new Promise((resolve, reject) =>
    auth.dbConnection.changePassword({ connection: "users", email: username }, (error) => (error ? reject(error) : resolve())),
  );
}
