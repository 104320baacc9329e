# A stand-in for systemctl: units are files <root>/units/<unit> with the lines COMPONENT and PORT.
# It really starts and stops processes, by their own process ids, and writes down every call.
calls=$root/run/calls
echo "$*" >>"$calls"
verb=
unit=
want=
for word in "$@"; do
  case $word in
    --property=* | -p) want=$word ;;
    --*) ;;
    *) if [ -z "$verb" ]; then verb=$word; elif [ -z "$unit" ]; then unit=$word; fi ;;
  esac
done
case $unit in *.service | '') ;; *) unit=$unit.service ;; esac
file=$root/units/$unit
pidfile=$root/run/$unit.pid
# living PID: not one that has ended and that nobody has asked about yet
living() {
  stat=
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null
  case ${stat##*) } in '' | Z* | X*) return 1 ;; esac
}
alive() { [ -s "$pidfile" ] && living "$(cat "$pidfile")"; }
known() { [ -f "$file" ] || { echo "Unit $unit could not be found." >&2; exit 5; }; }
stop() {
  alive || { rm -f "$pidfile"; return 0; }
  pid=$(cat "$pidfile")
  kill "$pid" 2>/dev/null
  n=0
  while living "$pid" && [ $n -lt 250 ]; do n=$((n + 1)); sleep 0.02; done
  rm -f "$pidfile"
}
start() {
  alive && return 0
  if [ -e "$root/break/$unit.start" ]; then
    echo "Job for $unit failed because the control process exited with error code." >&2
    exit 1
  fi
  . "$file"
  rm -f "$root/run/$unit.ready"
  setsid /usr/bin/python3 -SE "$service" "$root" "$COMPONENT" "$unit" "$PORT" \
    </dev/null >>"$root/run/$unit.log" 2>&1 &
  echo $! >"$pidfile"
  n=0
  while [ ! -s "$root/run/$unit.ready" ]; do
    alive || { echo "Job for $unit failed: $(tail -n 1 "$root/run/$unit.log")" >&2; exit 1; }
    n=$((n + 1))
    [ $n -lt 500 ] || { echo "Job for $unit timed out." >&2; exit 1; }
    sleep 0.02
  done
}
case $verb in
  start) known; start ;;
  stop) known; stop ;;
  restart) known; stop; start ;;
  is-active)
    if alive; then echo active; else echo inactive; exit 3; fi ;;
  is-enabled) known; echo enabled ;;
  is-failed) echo inactive; exit 1 ;;
  daemon-reload) ;;
  list-unit-files | list-units) for f in "$root"/units/*; do echo "${f##*/} enabled"; done ;;
  show)
    if [ ! -f "$file" ]; then
      printf 'Id=%s\nLoadState=not-found\nActiveState=inactive\nSubState=dead\nMainPID=0\n' "$unit"
    elif alive; then
      printf 'Id=%s\nLoadState=loaded\nActiveState=active\nSubState=running\nMainPID=%s\nUnitFileState=enabled\n' \
        "$unit" "$(cat "$pidfile")"
    else
      printf 'Id=%s\nLoadState=loaded\nActiveState=inactive\nSubState=dead\nMainPID=0\nUnitFileState=enabled\n' "$unit"
    fi ;;
  status) if alive; then echo "$unit active (running)"; else echo "$unit inactive (dead)"; exit 3; fi ;;
  *) echo "Unknown command verb $verb." >&2; exit 1 ;;
esac
