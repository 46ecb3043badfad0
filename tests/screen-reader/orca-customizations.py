"""Orca's settings: it reads no page by itself, and echoes no typed key."""

import orca.settings

orca.settings.sayAllOnLoad = False
orca.settings.pageSummaryOnLoad = False
orca.settings.enableKeyEcho = False
