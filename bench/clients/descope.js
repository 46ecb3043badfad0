import descope from "@descope/web-js-sdk";

export const ask = ({ projectId, username }) => descope({ projectId }).password.sendReset(username);
