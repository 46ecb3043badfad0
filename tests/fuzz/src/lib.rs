//! Shared by the targets: the request as the server parses it.

use serde_json::Value;
use url::Url;
use xsolla_password_reset::input::{ProjectId, Username};
use xsolla_password_reset::internals::Call;
use xsolla_password_reset::{ApiConfig, PasswordResetRequest};

/// A valid ID.
pub const ID: &str = "11111111-1111-4111-8111-111111111111";

/// A request with only the required parameters.
pub fn request() -> PasswordResetRequest {
    PasswordResetRequest {
        project_id: ProjectId::parse(ID).unwrap(),
        username: Username::parse("John").unwrap(),
        login_url: None,
        locale: None,
        config: ApiConfig::default(),
    }
}

/// Parses the query that is sent: names and decoded values.
pub fn sent_query(call: &Call) -> Vec<(String, String)> {
    let mut url = Url::parse("https://login.xsolla.com/api").unwrap();
    url.query_pairs_mut().extend_pairs(&call.query);
    Url::parse(url.as_str()).unwrap().query_pairs().into_owned().collect()
}

/// Parses the body that is sent.
pub fn sent_body(call: &Call) -> Value {
    let fields = call.body.fields().iter();
    let object: Value = fields.map(|(name, text)| (name.to_string(), Value::from(text.as_str()))).collect();
    serde_json::from_str(&object.to_string()).unwrap()
}
