use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

/// A page that counts what it hears.
fn page() -> (Channel<()>, Arc<AtomicUsize>) {
    let heard = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&heard);
    let channel = Channel::new(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
        Ok(())
    });
    (channel, heard)
}

#[test]
fn only_the_registered_link_is_the_way_home() {
    for link in [
        "mygame://signed-out",
        "mygame://signed-out/",
        "mygame://signed-out?token=1",
        "mygame://signed-out/?a=b#c",
        "MYGAME://signed-out",
    ] {
        assert!(is_signed_out(&link.parse().expect("a URL")), "{link}");
    }
    for link in [
        "mygame://",
        "mygame:signed-out",
        "mygame:///signed-out",
        "mygame://signed-out/other",
        "mygame://signed-out//",
        "mygame://signed-out.example.com",
        "mygame://player@signed-out",
        "mygame://signed-out:1",
        "mygame://other?mygame://signed-out",
        "https://signed-out",
    ] {
        assert!(!is_signed_out(&link.parse().expect("a URL")), "{link}");
    }
}

#[test]
fn a_link_that_comes_before_the_page_is_kept_and_told_once() {
    let way_home = WayHome::default();
    way_home.update(|news| news.is_back = true);
    let (first, heard) = page();
    way_home.update(|news| news.page = Some(first));
    assert_eq!(heard.load(Ordering::Relaxed), 1);
    let (reloaded, heard) = page();
    way_home.update(|news| news.page = Some(reloaded));
    assert_eq!(heard.load(Ordering::Relaxed), 0);
}

#[test]
fn a_page_hears_of_every_later_link() {
    let way_home = WayHome::default();
    let (page, heard) = page();
    way_home.update(|news| news.page = Some(page));
    assert_eq!(heard.load(Ordering::Relaxed), 0);
    for count in 1..=2 {
        way_home.update(|news| news.is_back = true);
        assert_eq!(heard.load(Ordering::Relaxed), count);
    }
}
