#!/bin/sh
# Make build/briefing_VERSION_ARCH.deb from the frozen program. `make deb` runs this.
set -eu
cd "$(dirname "$0")/.."
PYTHON=.venv/bin/python
APP=org.briefing_reader.Briefing
VERSION=$($PYTHON -c 'import briefing; print(briefing.__version__)')
ARCH=$(dpkg --print-architecture)
ROOT=build/deb
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}"

[ -x build/frozen/briefing/briefing ] || sh packaging/freeze.sh
rm -rf "$ROOT"
mkdir -p "$ROOT/DEBIAN" "$ROOT/opt" "$ROOT/usr/bin" "$ROOT/usr/share/applications" \
    "$ROOT/usr/share/metainfo" "$ROOT/usr/share/man/man1" "$ROOT/usr/share/doc/briefing" \
    "$ROOT/usr/share/bash-completion/completions" "$ROOT/usr/share/zsh/vendor-completions"
cp -a build/frozen/briefing "$ROOT/opt/briefing"
ln -s /opt/briefing/briefing "$ROOT/usr/bin/briefing"
cp "packaging/linux/$APP.desktop" "$ROOT/usr/share/applications/"
cp "packaging/linux/$APP.metainfo.xml" "$ROOT/usr/share/metainfo/"
{ cat LICENSE; printf "\nThe licences of what comes with it are in /opt/briefing/licences.\n"; } >"$ROOT/usr/share/doc/briefing/copyright"
$PYTHON packaging/icons.py "$ROOT/usr/share/icons"
$PYTHON packaging/man_page.py "$ROOT/usr/share/man/man1/briefing.1"
gzip -9n "$ROOT/usr/share/man/man1/briefing.1"
_BRIEFING_COMPLETE=bash_source build/frozen/briefing/briefing >"$ROOT/usr/share/bash-completion/completions/briefing"
_BRIEFING_COMPLETE=zsh_source build/frozen/briefing/briefing >"$ROOT/usr/share/zsh/vendor-completions/_briefing"
cat >"$ROOT/DEBIAN/control" <<CONTROL
Package: briefing
Version: $VERSION
Architecture: $ARCH
Maintainer: The Briefing authors <maintainers@invalid>
Section: text
Priority: optional
Installed-Size: $(du -sk "$ROOT/opt" "$ROOT/usr" | awk '{sum += $1} END {print sum}')
Depends: libc6 (>= 2.34), libegl1, libgl1, libglib2.0-0, libfontconfig1, libdbus-1-3, libxkbcommon-x11-0, libxcb-cursor0, libxcb-icccm4, libxcb-image0, libxcb-keysyms1, libxcb-randr0, libxcb-render-util0, libxcb-shape0, libxcb-xfixes0, libxcb-xkb1, libx11-xcb1
Description: reader of press articles that exports briefings for meetings
 Briefing cleans and dates press articles, groups them by meeting, shows who
 takes part, which issues are on the table and what each side asks of the other,
 searches all text, and exports a briefing with a footnote to every sentence.
 Nothing leaves the computer.
CONTROL
find "$ROOT" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz -z3 --build "$ROOT" "build/briefing_${VERSION}_${ARCH}.deb"
