// Injects a fault while calls are pending: they and the next call end on a new instance.

import { state } from "../../../support/page/watch.js";
import { projectId } from "../../../support/projects.js";

const rejection = (code) => ({ status: 404, json: async () => ({ error: { code } }) });
const accept = async () => new Response(null, { status: 204 });

/** Options of a call that ends in this fault, at once or when its response has arrived. */
const faulty = {
  "at once": (fault) => ({ username: fault, fetch: accept }),
  "with its response": (fault) => ({ username: "John", fetch: async () => rejection(fault) }),
};

/**
 * Injects a fault. Returns how every call ended: those that were pending, the faulty one, one made right after it, and
 * two made after all of them had ended.
 */
export async function heal(module, fault, when) {
  const api = await import(module);
  const { confirmPasswordReset, isPasswordResetError, preload, requestPasswordReset } = api;
  const endOf = (call) =>
    call.then(
      () => ["resolved"],
      (error) => [error.kind, error.cause?.constructor.name ?? "", isPasswordResetError(error)],
    );
  await preload();
  const before = state().instances;

  const respond = [];
  const wait = () => new Promise((resolve) => respond.push(resolve));
  const request = { projectId, username: "John" };
  const confirmation = { projectId, newPassword: "correct horse", resetCode: "abc" };
  const pending = [
    requestPasswordReset({ ...request, fetch: wait }),
    requestPasswordReset({ ...request, fetch: async () => ({ status: 404, json: wait }) }),
    confirmPasswordReset({ ...confirmation, fetch: wait, signal: new AbortController().signal }),
    ...Array.from({ length: 20 }, () => requestPasswordReset({ ...request, fetch: wait })),
  ].map(endOf);
  while (respond.length < pending.length) await new Promise((resolve) => setTimeout(resolve));

  const calls = [faulty[when](fault), { fetch: accept }].map((options) =>
    endOf(requestPasswordReset({ ...request, ...options })),
  );
  const ends = { faulty: await calls[0], rightAfter: await calls[1] };
  for (const resolve of respond) resolve({ status: 204, error: { code: "003-002" } });
  ends.pending = await Promise.all(pending);
  const later = [];
  for (const fetch of [accept, async () => rejection("003-002")])
    later.push(await endOf(confirmPasswordReset({ ...confirmation, fetch })));
  const { instances, errors } = state();
  return { ...ends, later, instances: instances - before, errors };
}
