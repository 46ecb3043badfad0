//! What JavaScript calls.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::fetch::{self, Transport};
use super::options;
use crate::call::Call;
use crate::error::Error;

/// The options' types, for those who use the module without the npm package.
#[wasm_bindgen(typescript_custom_section)]
const OPTIONS: &str = include_str!("../../js/options.ts");

/// Asks Xsolla Login to e-mail the player a link to the form for a new password.
///
/// Resolves when the request was accepted (204): not proof that an e-mail was delivered, nor that the user exists.
/// Rejects with a `PasswordResetError` in every other case. Sent once, never repeated by itself.
#[wasm_bindgen(js_name = requestPasswordReset, unchecked_return_type = "Promise<void>")]
pub fn request_password_reset(
    #[wasm_bindgen(unchecked_param_type = "RequestPasswordResetOptions")] options: &JsValue,
) -> Promise {
    future_to_promise(settle(options::read_request(options)))
}

/// Sets a new password with the reset code from the e-mail.
///
/// Resolves when the password was changed (204). Rejects with a `PasswordResetError` in every other case.
#[wasm_bindgen(js_name = confirmPasswordReset, unchecked_return_type = "Promise<void>")]
pub fn confirm_password_reset(
    #[wasm_bindgen(unchecked_param_type = "ConfirmPasswordResetOptions")] options: &JsValue,
) -> Promise {
    future_to_promise(settle(options::read_confirmation(options)))
}

async fn settle(options: Result<(Call, Transport), Error>) -> Result<JsValue, JsValue> {
    let exchange = async {
        let (call, transport) = options?;
        fetch::send(&call, &transport).await?.into_result()
    };
    exchange.await?;
    Ok(JsValue::UNDEFINED)
}
