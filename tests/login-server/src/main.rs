//! local Login server
fn main(){}
