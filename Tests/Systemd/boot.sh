#!/usr/bin/env bash
# Becomes the systemd of a fresh set of namespaces: the machine's /etc, /var and /usr/local lie below an overlay, so that
# nothing done here touches them. Usage: boot.sh ROOT BIN
set -euo pipefail
root=$1 bin=$2
mount --make-rprivate /
mount -t proc proc /proc
mount -t tmpfs tmpfs /run
mkdir -p /run/overlay
mount -t tmpfs tmpfs /run/overlay
for folder in etc var usr/local; do
    upper=/run/overlay/${folder//\//-}
    mkdir -p "$upper.up" "$upper.work"
    mount -t overlay overlay -o "lowerdir=/$folder,upperdir=$upper.up,workdir=$upper.work" "/$folder"
done
# A folder of its own, of one file system with its subfolders, for the state.
mkdir -p /var/lib/pledged
mount -t tmpfs tmpfs /var/lib/pledged
umount -R /sys/fs/cgroup
mount -t cgroup2 cgroup2 /sys/fs/cgroup

# Install, as the README says.
install -m 755 "$bin/pledged" "$bin/pledgectl" /usr/local/bin
install -D -m 644 "$root/Config/pledged.yaml" /etc/pledged/pledged.yaml
install -m 644 "$root/systemd/pledged.service" "$root/systemd/pledged.socket" /etc/systemd/system
install -D -m 644 "$root/systemd/sysusers.d/pledged.conf" /etc/sysusers.d/pledged.conf
install -D -m 644 "$root/systemd/tmpfiles.d/pledged.conf" /etc/tmpfiles.d/pledged.conf
systemd-sysusers pledged.conf
systemd-tmpfiles --create pledged.conf

# What a test changes: no units but ours and the journal, a watchdog that bites soon, the toolchain's libraries.
for unit in pledged.service pledged.socket; do
    mkdir -p "/etc/systemd/system/$unit.d"
    printf '[Unit]\nDefaultDependencies=no\n' >"/etc/systemd/system/$unit.d/test.conf"
done
printf '[Service]\nWatchdogSec=3\nExecPaths=/opt /usr\n' >>/etc/systemd/system/pledged.service.d/test.conf
printf '[Unit]\nDefaultDependencies=no\nWants=systemd-journald.service\nAllowIsolate=yes\n' >/etc/systemd/system/test.target
tr -d - </proc/sys/kernel/random/uuid >/etc/machine-id
export container=pledged-test
# As on a machine that has booted: what systemd mounts for a unit, its credentials for one, is seen by the unit.
mount --make-rshared /
exec /lib/systemd/systemd --system --unit=test.target --log-target=journal
