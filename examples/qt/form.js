// Bundled into a classic script, because module scripts do not load from file://.

import "xsolla-password-reset/forms";
