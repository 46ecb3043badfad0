import { Configuration, FrontendApi } from "@ory/client-fetch";

const ory = new FrontendApi(new Configuration({ basePath: "https://example.com" }));

export async function ask({ username }) {
  const { id } = await ory.createNativeRecoveryFlow();
  return ory.updateRecoveryFlow({ flow: id, updateRecoveryFlowBody: { method: "code", email: username } });
}
