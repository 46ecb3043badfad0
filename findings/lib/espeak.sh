# Sourced by the findings about espeak-ng. say LANGUAGE TEXT [OPTION...] prints the sounds of TEXT, and spell LANGUAGE CHARACTER those
# of its name, as screen readers ask for it, from a copy unpacked into the temporary folder.
mkdir packages && cd packages
version=1.51+dfsg-10+deb12u2
apt-get download -qq "espeak-ng=$version" "espeak-ng-data=$version" "libespeak-ng1=$version" libpcaudio0 libsonic0 2> log ||
  { cat log >&2; echo "first: apt-get update, on Debian 12" >&2; exit 2; }
for package in *.deb; do dpkg -x "$package" "$work/root"; done
cd "$work"
libraries=$(dirname root/usr/lib/*/libespeak-ng.so.1)
say() {
  LD_LIBRARY_PATH=$libraries root/usr/bin/espeak-ng --path="$libraries/espeak-ng-data" -q -x -v "$1" "${@:3}" "$2" | sed 's/^ *//'
}
spell() { say "$1" "<say-as interpret-as=\"tts:char\">$2</say-as>" -m | tr -d '_!'; }
