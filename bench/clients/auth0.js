import { Authentication } from "auth0-js";

const auth = new Authentication({ domain: "example.com", clientID: "example" });

export function ask({ username }) {
  return new Promise((resolve, reject) => {
    const done = (error) => (error ? reject(error) : resolve());
    auth.dbConnection.changePassword({ connection: "users", email: username }, done);
  });
}
