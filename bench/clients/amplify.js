import { Amplify } from "aws-amplify";
import { resetPassword } from "aws-amplify/auth";

Amplify.configure({ Auth: { Cognito: { userPoolId: "eu-west-1_example", userPoolClientId: "example" } } });

export const ask = ({ username }) => resetPassword({ username });
