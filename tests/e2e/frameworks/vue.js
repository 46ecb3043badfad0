// The elements as a third-party app uses them, with Vue.

import { createApp, h, ref } from "vue";
import "xsolla-password-reset/forms";
import { projectId as validProject } from "../../support/projects.js";

const { baseUrl } = document.body.dataset;

createApp({
  setup() {
    const projectId = ref(validProject);
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
