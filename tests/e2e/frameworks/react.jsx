// The elements as a third-party app uses them, with React.

import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import "xsolla-password-reset/forms";
import { projectId as validProject } from "../../support/projects.js";

function App({ baseUrl }) {
  const [projectId, setProjectId] = useState(validProject);
  const [outcome, setOutcome] = useState("none");
  const form = useRef(null);
  return (
    <main>
      <h1>React</h1>
      <password-reset-form
        ref={form}
        projectId={projectId}
        baseUrl={baseUrl}
        texts={{ send: "Send it from React" }}
        onpassword-reset-requested={() => setOutcome("requested")}
        onpassword-reset-failed={({ detail }) => setOutcome(detail.reason ?? detail.kind)}
      />
      <button type="button" onClick={() => setProjectId("99999999-9999-4999-8999-999999999999")}>
        Another project
      </button>
      <output>{outcome}</output>
    </main>
  );
}

const { baseUrl } = document.body.dataset;
createRoot(document.getElementById("app")).render(<App baseUrl={baseUrl} />);
