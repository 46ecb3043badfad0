# Sourced by the findings about liblouis. braille TABLE TEXT prints TEXT in braille cells, from a copy unpacked into the temporary folder.
mkdir packages && cd packages
version=3.24.0-1
apt-get download -qq "liblouis-bin=$version" "liblouis20=$version" "liblouis-data=$version" libyaml-0-2 2> log ||
  { cat log >&2; echo "first: apt-get update, on Debian 12" >&2; exit 2; }
for package in *.deb; do dpkg -x "$package" "$work/root"; done
cd "$work"
tables=$work/root/usr/share/liblouis/tables
# Cells are counted as characters.
export LC_ALL=C.UTF-8 LOUIS_TABLEPATH=$tables LD_LIBRARY_PATH
LD_LIBRARY_PATH=$(dirname root/usr/lib/*/liblouis.so.20)
braille() { printf '%s\n' "$2" | root/usr/bin/lou_translate -f "unicode.dis,$1" 2> /dev/null; }
