#!/usr/bin/env bash
# The units' life: verify, exposure, start by the socket, watchdog, kill, reload, restart, stop. Usage: manager.sh ROOT BIN
set -euo pipefail
root=$1 bin=$2
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
passed=0 failed=0
check() {  # NAME COMMAND...: runs COMMAND, counts, goes on.
    local name=$1
    shift
    if "$@" >"$scratch/out" 2>&1; then
        passed=$((passed + 1)); echo "ok: $name"
    else
        failed=$((failed + 1)); echo "FAILED: $name"; sed 's/^/    /' "$scratch/out"
    fi
}

# Syntax and exposure, with the program where the unit expects it.
verify() {
    unshare --mount bash -c "
        mount --make-rprivate / && mount -t tmpfs tmpfs /usr/local/bin && install -m 755 '$bin/pledged' /usr/local/bin &&
        systemd-analyze verify '$root/systemd/pledged.service' '$root/systemd/pledged.socket'" 2>&1 | tee "$scratch/verify"
    [ ! -s "$scratch/verify" ]
}
check 'systemd-analyze verify says nothing' verify
check 'exposure at most 1.0' systemd-analyze security --offline=true --threshold=10 "$root/systemd/pledged.service"

# A manager of its own.
cgroup=$(awk '$3 == "cgroup2" { print $2; exit }' /proc/mounts)/pledged-test-$$
mkdir "$cgroup"
init=
finish() {
    # The namespace's first process takes all others with it.
    if [ -n "$init" ]; then kill -KILL "$init" 2>/dev/null || true; fi
    [ -z "${holder:-}" ] || wait "$holder" 2>/dev/null || true
    for _ in $(seq 50); do
        find "$cgroup" -depth -type d -exec rmdir {} + 2>/dev/null && break
        sleep 0.1
    done
    rm -rf "$scratch"
}
trap finish EXIT
sh -c 'echo $$ >"$1/cgroup.procs"; shift; exec unshare --pid --fork --mount --uts --ipc --cgroup --kill-child=KILL "$@"' \
    sh "$cgroup" bash "$here/boot.sh" "$root" "$bin" >"$scratch/boot" 2>&1 &
holder=$!
for _ in $(seq 100); do
    init=$(pgrep -P "$holder" || true)
    [ -n "$init" ] && [ "$(cat /proc/"$init"/comm)" = systemd ] && break
    kill -0 "$holder" 2>/dev/null || { cat "$scratch/boot"; echo 'The manager did not start.'; exit 1; }
    sleep 0.1
done
inside() { nsenter -t "$init" -a "$@"; }
until_ok() {  # SECONDS COMMAND...: tries until it succeeds.
    local end=$((SECONDS + $1))
    shift
    until "$@"; do [ $SECONDS -lt $end ] || return 1; sleep 0.1; done
}
is_up() { case $(inside systemctl is-system-running) in running | degraded) ;; *) return 1 ;; esac; }
until_ok 20 is_up || { cat "$scratch/boot"; echo 'The manager did not come up.'; exit 1; }

property() { inside systemctl show -p "$1" --value pledged.service; }
fetch() { inside curl -sS --fail --max-time "${2:-20}" --unix-socket /run/pledged/pledged.sock "http://localhost$1"; }
active() { [ "$(property ActiveState)" = active ]; }

check 'enable and start the socket' inside systemctl enable --now pledged.socket
check 'the service is not running yet' test "$(property ActiveState)" = inactive
check 'the first curl through the socket starts it' fetch /articles
check 'ready by Type=notify' until_ok 20 active
check 'and healthy' until_ok 20 fetch /health
check 'enable and start the service' inside systemctl enable --now pledged.service
check 'it runs as its own user' test "$(inside ps -o user= -p "$(property MainPID)" | tr -d ' ')" = pledged
check 'status says how it is' bash -c '[ -n "$1" ]' _ "$(property StatusText)"

said() { inside journalctl -u pledged.service -o cat --no-pager | grep -q "$1"; }
drop() { inside setpriv --reuid=nobody --regid=pledged --clear-groups cp "$1" /var/lib/pledged/drop/; }
seed=$(find "$root/seeds" -type f | sort | head -n 1)
accepted() { fetch '/events?live=false&type=article.received' | grep -q "$1"; }
check 'a member of the group drops an article' drop "$seed"
check 'it is accepted' until_ok 20 accepted "$(basename "$seed")"
check 'a member of the group reads the socket' inside setpriv --reuid=nobody --regid=pledged --clear-groups \
    curl -sS --fail --max-time 20 --unix-socket /run/pledged/pledged.sock http://localhost/articles
denied() { ! inside setpriv --reuid=nobody --regid=nogroup --clear-groups \
    curl -sS --fail --max-time 20 --unix-socket /run/pledged/pledged.sock http://localhost/articles; }
check 'others do not' denied


key=/etc/pledged/log.key
sign() { inside pledgectl log key "$key" && inside systemctl restart pledged.service; }
check 'a key made by root is handed over' sign
check 'and the daemon signs with it' until_ok 20 said 'Checkpoint signed'
check 'which the public key shows' inside pledgectl log verify --key "$key.pub"
check 'the key is for root alone' test "$(inside stat -c '%a %U' "$key")" = '600 root'

admin=/run/pledged/pledged-admin.sock
reread() { inside "$@" curl -sS --fail --max-time 20 --unix-socket $admin -X POST http://localhost/readings; }
check 'the admin socket is for the daemon alone' test "$(inside stat -c '%a %U' $admin)" = '600 pledged'
check 'root has articles read again' reread env
not_the_group() { ! reread setpriv --reuid=nobody --regid=pledged --clear-groups; }
check 'a member of the group does not' not_the_group
check 'who asked is in the journal' until_ok 10 said 'peer.uid=0'
by_readers() { ! inside curl -sS --fail --max-time 20 --unix-socket /run/pledged/pledged.sock -X POST http://localhost/readings; }
check 'the socket for readers does not decide' by_readers

pid=$(property MainPID)
check 'reload' inside systemctl reload pledged.service
check 'the same process goes on after a reload' test "$(property MainPID)" = "$pid"
broken() {
    inside bash -c 'echo "dorp: {}" >>/etc/pledged/pledged.yaml'
    inside systemctl reload pledged.service || true
    until_ok 10 said 'dorp' && active
}
check 'a reload with a mistake in it is refused by name, and the daemon goes on' broken
inside sed -i '/^dorp/d' /etc/pledged/pledged.yaml
rules=$(inside sh -c 'mktemp -d /etc/pledged/rules.XXXX && chmod 755 /etc/pledged/rules.*')
own_rules() {
    tar -C "$root/Config" -cf - rules | inside tar --no-same-owner -C "$rules" --strip-components=1 -xf -
    inside chmod -R a+rX "$rules"
    inside sed -i "s|^  rules: .*|  rules: $rules|" /etc/pledged/pledged.yaml
    inside systemctl reload pledged.service
    until_ok 10 said 'Reader replaced'
}
check 'rules of a user are taken in by a reload' own_rules
broken_rules() {
    inside sh -c "echo 'rule half' >$rules/half.rules"
    inside systemctl reload pledged.service || true
    until_ok 10 said 'half.rules:1' && active
}
check 'a mistake in them is refused by file and line, and the daemon goes on' broken_rules
inside rm "$rules/half.rules"

restarted() { [ "$(property NRestarts)" = "$1" ] && active; }
signal() {  # NAME: to the daemon; never to process 0, which would be all of us.
    local pid
    pid=$(property MainPID)
    [ "$pid" -gt 1 ] && inside kill "-$1" "$pid"
}
check 'stop the daemon in its tracks' signal STOP
check 'the watchdog bites a daemon that hangs' until_ok 30 restarted 1
check 'and the socket answers again' fetch /articles
check 'kill the daemon' signal KILL
check 'a killed daemon comes back, and the socket waits for it' fetch /articles
check 'what was accepted is still there' accepted "$(basename "$seed")"
check 'restart' inside systemctl restart pledged.service
check 'and events go on' accepted "$(basename "$seed")"

field() { inside grep -q "^$1:[[:space:]]*$2\$" "/proc/$(property MainPID)/status"; }
# A manager that may not raise limits grants the daemon's threads no niceness below 0, whatever the unit says (errno 13,
# EACCES; what the unit itself refuses is EPERM). Nothing else may be refused.
nice_granted() { inside awk '/^Max nice priority/ { print $4 }' "/proc/$(property MainPID)/limits"; }
unhindered() {
    ! inside journalctl -u pledged.service -o cat --no-pager | awk -v granted="$(nice_granted)" '
        granted != 40 && /^Failed to set thread priority .*errno=13$/ { next }
        /Failed to/ { print; found = 1 }
        END { exit !found }'
}
check 'nothing that it needs is refused to it' unhindered
check 'no new privileges' field NoNewPrivs 1
check 'system calls are filtered' field Seccomp 2
check 'no capabilities' field CapEff 0000000000000000

stopped() { inside systemctl stop pledged.service pledged.socket && [ "$(property Result)" = success ]; }
check 'stop drains and ends well' stopped
check 'the socket is gone' inside test ! -e /run/pledged/pledged.sock

[ $failed = 0 ] || inside journalctl -u pledged.service -o cat --no-pager | tail -n 60
echo "systemd: $passed passed, $failed failed"
[ $failed = 0 ]
