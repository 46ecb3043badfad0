// Bundled into a classic script, because in Qt 5, module scripts do not load from file://.

import "xsolla-password-reset/forms";
