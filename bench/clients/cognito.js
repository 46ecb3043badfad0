import { CognitoUser, CognitoUserPool } from "amazon-cognito-identity-js";

export function ask({ username }) {
  const Pool = new CognitoUserPool({ UserPoolId: "eu-west-1_example", ClientId: "example" });
  const user = new CognitoUser({ Username: username, Pool });
  return new Promise((onSuccess, onFailure) => user.forgotPassword({ onSuccess, onFailure }));
}
