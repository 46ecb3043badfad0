ready(window.XsollaPasswordReset);
