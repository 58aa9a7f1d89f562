#!/bin/sh
# Install the Debian package, use it as a person would, and remove it again. Run as root.
#
#   sh packaging/try_deb.sh          on this machine
#   sh packaging/try_deb.sh ROOT     in a clean Debian that is unpacked in the folder ROOT:
#                                    debootstrap --variant=minbase bookworm ROOT
set -eu
cd "$(dirname "$0")/.."
PACKAGE=$(find build -maxdepth 1 -name 'briefing_*.deb' | sort | tail -n 1)
[ -n "$PACKAGE" ] || { echo "There is no build/briefing_*.deb; make it with: make deb"; exit 1; }

if [ $# -gt 0 ]; then
    ROOT=$1
    cp "$PACKAGE" packaging/use_deb.sh "$ROOT/tmp/"
    mount -t proc proc "$ROOT/proc"
    mount --bind /dev "$ROOT/dev"
    trap 'umount "$ROOT/dev" "$ROOT/proc"' EXIT
    cp /etc/resolv.conf "$ROOT/etc/resolv.conf"
    chroot "$ROOT" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C \
        DEBIAN_FRONTEND=noninteractive sh -c \
        "apt-get update -qq && sh /tmp/use_deb.sh /tmp/$(basename "$PACKAGE")"
else
    sh packaging/use_deb.sh "$PACKAGE"
fi
