//! Generates the glue between JavaScript and a compiled crate: `glue FROM.wasm FOLDER`.
//!
//! wasm-bindgen's command line does the same, and takes three times as long to compile, because it includes the runner of
//! tests in browsers.

use std::env;

use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

fn main() -> anyhow::Result<()> {
    let [module, folder] = [1, 2].map(|index| env::args().nth(index).unwrap_or_default());
    let mut generator = Bindgen::new();
    generator
        .input_path(module)
        .remove_name_section(true)
        .remove_producers_section(true)
        .encode_into(EncodeInto::Always)
        .bundler(true)?
        .generate(folder)
}
