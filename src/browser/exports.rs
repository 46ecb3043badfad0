//! What JavaScript calls.

use wasm_bindgen::prelude::*;

use super::{fetch, options};

/// The options' types, for those who use the module without the npm package.
#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = include_str!("../../js/options.ts");

/// Asks Xsolla Login to e-mail the player a link to the form for a new password.
///
/// Resolves when the request was accepted (204): not proof that an e-mail was delivered, nor that the user exists.
/// Rejects with a `PasswordResetError` in every other case. Sent once, never repeated by itself.
#[wasm_bindgen(js_name = requestPasswordReset)]
pub async fn request_password_reset(
    #[wasm_bindgen(unchecked_param_type = "RequestPasswordResetOptions")] options: JsValue,
) -> Result<(), JsValue> {
    let exchange = async {
        let (request, transport) = options::read_request(&options)?;
        fetch::send(&request.call(), &request.server, &transport).await?.into_result()
    };
    exchange.await.map_err(JsValue::from)
}

/// Sets a new password with the reset code from the e-mail.
///
/// Resolves when the password was changed (204). Rejects with a `PasswordResetError` in every other case.
#[wasm_bindgen(js_name = confirmPasswordReset)]
pub async fn confirm_password_reset(
    #[wasm_bindgen(unchecked_param_type = "ConfirmPasswordResetOptions")] options: JsValue,
) -> Result<(), JsValue> {
    let exchange = async {
        let (confirmation, transport) = options::read_confirmation(&options)?;
        fetch::send(&confirmation.call(), &confirmation.server, &transport).await?.into_result()
    };
    exchange.await.map_err(JsValue::from)
}
