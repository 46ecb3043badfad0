// Faults while calls are under way: the calls end, and the next one runs on an instance of its own.

import { left } from "../../../support/page/watch.js";

const projectId = "11111111-1111-4111-8111-111111111111";
const refusal = (code) => ({ status: 404, json: async () => ({ error: { code } }) });
const ok = async () => new Response(null, { status: 204 });

/** Makes a call that ends in this fault, at once or when its answer has come. */
const provoke = {
  "at once": (ours, fault) => ours.requestPasswordReset({ projectId, username: fault, fetch: ok }),
  "with its answer": (ours, fault) =>
    ours.requestPasswordReset({ projectId, username: "John", fetch: async () => refusal(fault) }),
};

/**
 * Provokes a fault. Returns how every call ended: those under way, the one with the fault, one made right after it, and
 * one made once all is over.
 */
export async function heal(module, fault, when) {
  const ours = await import(module);
  const endOf = (call) =>
    call.then(
      () => ["resolved"],
      (error) => [error.kind, error.cause?.constructor.name ?? "", ours.isPasswordResetError(error)],
    );
  await ours.preload();
  const before = left().instances;

  const answers = [];
  const waiting = () => new Promise((resolve) => answers.push(resolve));
  const request = { projectId, username: "John" };
  const confirmation = { projectId, newPassword: "correct horse", resetCode: "abc" };
  const underWay = [
    ours.requestPasswordReset({ ...request, fetch: waiting }),
    ours.requestPasswordReset({ ...request, fetch: async () => ({ status: 404, json: waiting }) }),
    ours.confirmPasswordReset({ ...confirmation, fetch: waiting, signal: new AbortController().signal }),
    ...Array.from({ length: 20 }, () => ours.requestPasswordReset({ ...request, fetch: waiting })),
  ].map(endOf);
  while (answers.length < underWay.length) await new Promise((resolve) => setTimeout(resolve));

  const culprit = endOf(provoke[when](ours, fault));
  const rightAfter = endOf(ours.requestPasswordReset({ ...request, fetch: ok }));
  const ends = { underWay: await Promise.all(underWay), culprit: await culprit, rightAfter: await rightAfter };
  // The answers come too late. Nobody waits for them.
  for (const answer of answers) answer({ status: 204 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const later = [];
  for (const fetch of [ok, async () => refusal("003-002")])
    later.push(await endOf(ours.confirmPasswordReset({ ...confirmation, fetch })));
  const { instances, complaints } = left();
  return { ...ends, later, instances: instances - before, complaints };
}
