//! Receives the link with which a player comes back after setting the new password.
//!
//! Any website can open the link, so it only shows the sign-in form. Nothing in it is read.

use std::sync::{Mutex, PoisonError};

use tauri::ipc::Channel;
use tauri::{App, AppHandle, Manager, State};
use tauri_plugin_deep_link::DeepLinkExt;
use url::Url;

/// Registered in Publisher Account as a Callback URL; the page sends it as `loginUrl`.
const SIGNED_OUT: &str = "mygame://signed-out";

/// Holds the news that the player is back until the page has heard it: a link may start the launcher.
#[derive(Default)]
pub struct WayHome(Mutex<News>);

#[derive(Default)]
struct News {
    page: Option<Channel<()>>,
    is_back: bool,
}

impl WayHome {
    fn update(&self, change: impl FnOnce(&mut News)) {
        let mut news = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut news);
        if let Some(page) = news.page.as_ref().filter(|_| news.is_back) {
            news.is_back = page.send(()).is_err();
        }
    }
}

/// The command with which the page asks to hear when the player is back.
#[tauri::command]
pub fn watch_way_home(page: Channel<()>, way_home: State<WayHome>) {
    way_home.update(|news| news.page = Some(page));
}

/// Handles the link that has started the launcher, and all later ones.
pub fn receive_links(app: &mut App) -> Result<(), Box<dyn std::error::Error>> {
    app.manage(WayHome::default());
    // The installer registers the scheme, on macOS always. A launcher that was not installed does it here.
    #[cfg(any(target_os = "linux", all(debug_assertions, windows)))]
    if let Err(error) = app.deep_link().register_all() {
        eprintln!("The links of the launcher are not registered: {error}");
    }
    let handle = app.handle().clone();
    app.deep_link().on_open_url(move |event| open(&handle, &event.urls()));
    if let Some(links) = app.deep_link().get_current()? {
        open(app.handle(), &links);
    }
    Ok(())
}

fn open(app: &AppHandle, links: &[Url]) {
    if links.iter().any(is_signed_out) {
        app.state::<WayHome>().update(|news| news.is_back = true);
        bring_to_front(app);
    }
}

/// Whether this is the link, with or without a slash, and with anything after it.
fn is_signed_out(link: &Url) -> bool {
    let mut address = link.clone();
    address.set_query(None);
    address.set_fragment(None);
    address.as_str().strip_suffix('/').unwrap_or(address.as_str()) == SIGNED_OUT
}

/// Shows the window before all others, even if it was minimised.
pub fn bring_to_front(app: &AppHandle) {
    let Some(window) = app.get_webview_window("main") else { return };
    for shown in [window.unminimize(), window.show(), window.set_focus()] {
        if let Err(error) = shown {
            eprintln!("The window does not come to the front: {error}");
        }
    }
}

#[cfg(test)]
mod tests;
