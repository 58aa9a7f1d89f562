#!/bin/sh
# Install the Debian package, use it as a person would, and remove it again. Run as root.
set -eu
cd "$(dirname "$0")/.."
PACKAGE=$(ls build/briefing_*.deb | tail -n 1)
HOME=$(mktemp -d)
export HOME
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME 2>/dev/null || true

apt-get install -y -qq "./$PACKAGE" >/dev/null
cd /
briefing --version
briefing --library "$HOME/library" import /opt/briefing/_internal/briefing/resources/sample >/dev/null
briefing --library "$HOME/library" export --all -o "$HOME/briefings"
briefing --library "$HOME/library" verify "$HOME"/briefings/*.md
xvfb-run -a timeout --preserve-status -s TERM 15 briefing --library "$HOME/library" >"$HOME/window.log" 2>&1 &
WINDOW=$!
sleep 8
kill -0 "$WINDOW" || { echo "The window did not stay open:"; cat "$HOME/window.log"; exit 1; }
wait "$WINDOW" || true
apt-get remove -y -qq briefing >/dev/null
for left in /opt/briefing /usr/bin/briefing /usr/share/applications/org.briefing_reader.Briefing.desktop; do
    [ ! -e "$left" ] || { echo "$left was left behind."; exit 1; }
done
[ -e "$HOME/library/library.sqlite3" ] || { echo "The user's library is gone."; exit 1; }
rm -rf "$HOME"
echo "Installed, used and removed without remains; the user's library stayed."
