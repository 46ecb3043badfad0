// A first attempt: no validation, no timeout, no way to abort, and no distinguishable errors.

export async function ask(options) {
  const query = new URLSearchParams({ projectId: options.projectId });
  const response = await fetch(`https://login.xsolla.com/api/password/reset/request?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ username: options.username }),
  });
  if (!response.ok) throw response;
}
