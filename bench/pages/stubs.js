// Replaces the network: `fetch`, and `XMLHttpRequest`, which @xsolla/login-sdk uses.

/** The options of all clients. */
export const options = { projectId: "11111111-1111-4111-8111-111111111111", username: "john@example.com" };

const rejection = { error: { code: "003-019", description: "Project not found.", details: { projectId: "unknown" } } };

/** Responds to each request with 204, or with another status and the API's error object. */
export function respondWith(status) {
  const body = status === 204 ? null : JSON.stringify(rejection);
  const headers = body === null ? {} : { "Content-Type": "application/json" };
  globalThis.fetch = async () => new Response(body, { status, headers });
  globalThis.XMLHttpRequest = /** @type {any} */ (
    class {
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
      onreadystatechange() {}
    }
  );
}

/** The minimum that any client does: sends a request, and reads a rejection. */
export async function stubAlone(_options) {
  const response = await fetch("https://login.xsolla.com/api/password/reset/request", {});
  if (response.status !== 204) await response.json();
}

/** Resolves when a call has settled, whatever its outcome. */
export const settled = (promise) =>
  promise.then(
    () => {},
    () => {},
  );
