import { useEffect, useRef, useState } from "react";
import { isPasswordResetError, preload, requestPasswordReset } from "xsolla-password-reset";
import { describe } from "xsolla-password-reset/messages";

/** One call at a time, its outcome in the player's language, and the wait before the next call. */
export function usePasswordReset(projectId) {
  const call = useRef(null);
  const [isSending, setSending] = useState(false);
  const [outcome, setOutcome] = useState("");
  const [waitUntil, setWaitUntil] = useState(0);

  useEffect(() => {
    // Compiled before the first click. If that fails, the call reports why.
    preload().catch(() => {});
    return () => call.current?.abort();
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => setWaitUntil(0), Math.max(0, waitUntil - Date.now()));
    return () => clearTimeout(timer);
  }, [waitUntil]);

  async function ask(username) {
    call.current?.abort();
    call.current = new AbortController();
    const { signal } = call.current;
    setSending(true);
    try {
      await requestPasswordReset({ projectId, username, signal });
      setOutcome("If an account matches, an email with a link is on its way.");
      setWaitUntil(Date.now() + 60_000);
    } catch (error) {
      if (signal.aborted) return;
      if (!isPasswordResetError(error)) throw error;
      setOutcome(await describe(error));
      if (error.kind === "rate_limited") setWaitUntil(Date.now() + (error.retryAfterMs ?? 60_000));
    } finally {
      if (!signal.aborted) setSending(false);
    }
  }

  return { ask, outcome, isBusy: isSending || waitUntil > 0 };
}
