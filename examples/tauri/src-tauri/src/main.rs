//! A launcher with one page, for a player who has lost the password.

// Without this, Windows opens a console next to the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bridge;
mod way_home;

// `generate_context!` needs it for the section `plugins` of tauri.conf.json.
use serde_json as _;

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        // The first of the plugins, so that a second launcher hands over its link and ends before it does anything else.
        .plugin(tauri_plugin_single_instance::init(|app, _arguments, _folder| way_home::bring_to_front(app)))
        .plugin(tauri_plugin_deep_link::init())
        .setup(way_home::receive_links)
        .invoke_handler(tauri::generate_handler![bridge::send_to_login, way_home::watch_way_home])
        .run(tauri::generate_context!())
}
