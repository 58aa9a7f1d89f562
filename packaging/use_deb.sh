#!/bin/sh
# What a person does with the package: install, import, search, export, look, remove.
# `try_deb.sh` runs this on this machine or inside a clean one.
set -eu
PACKAGE=$(realpath "$1")
HOME=$(mktemp -d)
export HOME
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME 2>/dev/null || true

# Everything but the user's folders, as it is before and after.
files() { find / -xdev \( -path /proc -o -path /dev -o -path /tmp -o -path /var -o -path /run -o -path "$HOME" \) -prune -o -print | grep -vx /opt | sort; }

apt-get install -y -qq --no-install-recommends xvfb xauth libxcb-cursor0 >/dev/null
dpkg-deb -f "$PACKAGE" Depends | tr ',' '\n' | sed 's/(.*//' | xargs apt-get install -y -qq --no-install-recommends >/dev/null
files >/tmp/before.txt
apt-get install -y -qq --no-install-recommends "$PACKAGE" >/dev/null
echo "Installed: $(du -sm /opt/briefing | cut -f1) MB."
cd /
briefing --version
briefing --library "$HOME/library" import /opt/briefing/_internal/briefing/resources/sample >/dev/null
briefing --library "$HOME/library" search tariff | head -n 1
briefing --library "$HOME/library" search tarif~ | head -n 1
for kind in md html json csv docx pdf; do
    briefing --library "$HOME/library" export --all --format "$kind" -o "$HOME/briefings" >/dev/null
done
find "$HOME/briefings" -type f | wc -l | sed 's/$/ files exported./'
briefing --library "$HOME/library" verify "$HOME"/briefings/*.md
xvfb-run -a briefing --library "$HOME/library" doctor
xvfb-run -a timeout --preserve-status -s TERM 25 briefing --library "$HOME/library" >"$HOME/window.log" 2>&1 &
WINDOW=$!
sleep 15
kill -0 "$WINDOW" || { echo "The window did not stay open:"; cat "$HOME/window.log"; exit 1; }
wait "$WINDOW" || true
cat "$HOME/window.log"
for part in /usr/share/applications/org.briefing_reader.Briefing.desktop /usr/share/man/man1/briefing.1.gz \
    /usr/share/bash-completion/completions/briefing /usr/share/zsh/vendor-completions/_briefing; do
    dpkg -L briefing | grep -qx "$part" || { echo "$part is missing from the package."; exit 1; }
done
apt-get purge -y -qq briefing >/dev/null
files >/tmp/after.txt
if ! diff /tmp/before.txt /tmp/after.txt; then
    echo "The files above were left behind, or are gone."
    exit 1
fi
[ -e "$HOME/library/library.sqlite3" ] || { echo "The user's library is gone."; exit 1; }
rm -rf "$HOME" /tmp/before.txt /tmp/after.txt
echo "Installed, used and removed without remains; the user's library stayed."
