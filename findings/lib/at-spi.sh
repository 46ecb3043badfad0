# Sourced by the findings about assistive technology. run SCRIPT... starts SCRIPT on a display and a message bus of its own.
packages="at-spi2-core dbus dbus-x11 gir1.2-atspi-2.0 openbox python3-gi xauth xdotool xvfb"
need() {
  local missing
  missing=$(dpkg-query -W -f '${Package} ${Status}\n' "$@" 2>&1 | grep -v ' installed$' || true)
  [ -z "$missing" ] || { printf 'first: apt-get install --no-install-recommends %s\n' "$*" >&2; exit 2; }
}
run() {
  mkdir -p "$work/home/run" && chmod 700 "$work/home/run"
  env -u DBUS_SESSION_BUS_ADDRESS -u AT_SPI_BUS_ADDRESS -u WAYLAND_DISPLAY HOME="$work/home" XDG_RUNTIME_DIR="$work/home/run" \
    LC_ALL=C.UTF-8 NO_AT_BRIDGE=0 GNOME_ACCESSIBILITY=1 ACCESSIBILITY_ENABLED=1 GSETTINGS_BACKEND=memory LIBGL_ALWAYS_SOFTWARE=1 \
    PYTHONPATH="$lib" dbus-run-session -- xvfb-run -a -s '-screen 0 1000x800x24 -nolisten tcp' bash -c '
      openbox & window_manager=$!
      gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus --method org.freedesktop.DBus.Properties.Set \
        org.a11y.Status IsEnabled "<true>" > /dev/null
      code=0; /usr/bin/python3 "$@" > "$HOME/out" || code=$?
      kill "$window_manager"; exit "$code"' run "$@" > "$work/log" 2>&1 || { cat "$work/log" >&2; return 1; }
  cat "$work/home/out"
}
