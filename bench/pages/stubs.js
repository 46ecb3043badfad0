// What stands in for the network, below `fetch` and below `XMLHttpRequest`, which @xsolla/login-sdk uses.

/** What all clients ask. */
export const options = { projectId: "11111111-1111-4111-8111-111111111111", username: "john@example.com" };

const refusal = { error: { code: "003-019", description: "Project not found.", details: { projectId: "unknown" } } };

/** Answers each request with 204, or with another status and the API's error object. */
export function answerWith(status) {
  const body = status === 204 ? null : JSON.stringify(refusal);
  const headers = body === null ? {} : { "Content-Type": "application/json" };
  globalThis.fetch = async () => new Response(body, { status, headers });
  globalThis.XMLHttpRequest = class {
    withCredentials = false;
    readyState = 0;
    status = 0;
    statusText = "";
    responseText = "";
    open() {}
    setRequestHeader() {}
    getAllResponseHeaders() {
      return body === null ? "" : "content-type: application/json\r\n";
    }
    send() {
      queueMicrotask(() => {
        Object.assign(this, { readyState: 4, status, responseText: body ?? "" });
        this.onreadystatechange();
      });
    }
  };
}

/** The least that any client does: asks, and reads a refusal. */
export async function stubAlone() {
  const response = await fetch("https://login.xsolla.com/api/password/reset/request", {});
  if (response.status !== 204) await response.json();
}

/** Whatever a call ends with, it has ended. */
export const settled = (promise) =>
  promise.then(
    () => {},
    () => {},
  );
