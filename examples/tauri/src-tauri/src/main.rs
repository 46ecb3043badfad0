//! A launcher with one page, for a player who has lost the password.

// Without this, Windows opens a console next to the window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bridge;

fn main() -> tauri::Result<()> {
    tauri::Builder::default()
        .invoke_handler(tauri::generate_handler![bridge::send_to_login])
        .run(tauri::generate_context!())
}
