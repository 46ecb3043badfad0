// What one writes first: no validation, no time limit, no way to abort, no errors to tell apart.

export async function ask(options) {
  const query = new URLSearchParams({ projectId: options.projectId });
  const response = await fetch(`https://login.xsolla.com/api/password/reset/request?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ username: options.username }),
  });
  if (!response.ok) throw response;
}
