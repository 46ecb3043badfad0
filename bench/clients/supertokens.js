import SuperTokens from "supertokens-web-js";
import EmailPassword, { sendPasswordResetEmail } from "supertokens-web-js/recipe/emailpassword";

SuperTokens.init({
  appInfo: { appName: "Example", apiDomain: "https://example.com" },
  recipeList: [EmailPassword.init()],
});

export const ask = ({ username }) => sendPasswordResetEmail({ formFields: [{ id: "email", value: username }] });
