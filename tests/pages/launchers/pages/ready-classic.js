window.ready(window.XsollaPasswordReset);
