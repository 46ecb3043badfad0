/// One text out of several.
pub fn join(parts: &[&str]) -> String {
    parts.iter().copied().collect()
}
