// As a stranger would use the elements from Vue.

import { createApp, h, ref } from "vue";
import "xsolla-password-reset/forms";

const { baseUrl } = document.body.dataset;

createApp({
  setup() {
    const projectId = ref("11111111-1111-4111-8111-111111111111");
    const outcome = ref("none");
    return () =>
      h("main", [
        h("h1", "Vue"),
        h("password-reset-form", {
          "project-id": projectId.value,
          "base-url": baseUrl,
          texts: { send: "Send it from Vue" },
          onPasswordResetRequested: () => (outcome.value = "requested"),
          onPasswordResetFailed: ({ detail }) => (outcome.value = detail.reason ?? detail.kind),
        }),
        h(
          "button",
          { type: "button", onClick: () => (projectId.value = "99999999-9999-4999-8999-999999999999") },
          "Another project",
        ),
        h("output", outcome.value),
      ]);
  },
}).mount("#app");
