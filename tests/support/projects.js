// The projects of the local Login server that tests name. See tests/servers/login-server/README.md.

export const projects = {
  /** The usual case, and the project of the guides. */
  xsolla: "11111111-1111-4111-8111-111111111111",
  /** It has several Callback URLs, one of them for the example launchers: `mygame://signed-out`. */
  severalCallbacks: "44444444-4444-4444-8444-444444444444",
  /** It reveals which usernames it does not know. */
  reveals: "55555555-5555-4555-8555-555555555555",
  slow: "66666666-6666-4666-8666-666666666666",
  /** It has a password policy. */
  strict: "77777777-7777-4777-8777-777777777777",
};

export const projectId = projects.xsolla;
