import { initializeApp } from "firebase/app";
import { initializeAuth, sendPasswordResetEmail } from "firebase/auth";

const auth = initializeAuth(initializeApp({ apiKey: "example" }));

export const ask = ({ username }) => sendPasswordResetEmail(auth, username);
