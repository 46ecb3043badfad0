import "playfab-web-sdk/src/PlayFab/PlayFabClientApi.js";

export function ask({ projectId, username }) {
  const { PlayFab } = globalThis;
  PlayFab.settings.titleId = projectId;
  return PlayFab.ClientApi.SendAccountRecoveryEmail({ TitleId: projectId, Email: username }, () => {});
}
