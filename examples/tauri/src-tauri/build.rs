fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Once listed here, a command needs a permission: see capabilities/main.json.
    let commands = tauri_build::AppManifest::new().commands(&["send_to_login", "watch_way_home"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))?;
    Ok(())
}
