# Signalbox: looks at a playbook's ground and runs it in check mode. Sent on the standard input of
# /bin/sh, inside one pair of braces together with definitions (envs, play, adhoc, supply, checks,
# work, inventory, ...) and the call of one verb. It writes below previews only.
begin() {
  nonce=$1 base=$2
  if [ -z "$base" ]; then
    base=${HOME:-}/.signalbox
  fi
  previews=$base/previews found=
  work=${work:-${HOME:-/}}
  say now "$(date +%s)"
}
# lines TEXT: each as an answer of its own, bounded
lines() { printf '%s\n' "$1" | head -n 20000 | cut -c 1-262144 | sed "s/^/signalbox:$nonce out /"; }
tell() {
  say "$1" "$2"
  lines "$3"
}
# team COMMAND...: in the team's folder and environment; nothing of ours runs in that
team() {
  cd "$work" || exit 66
  envs
  "$@"
}
bounded() {
  if command -v timeout >/dev/null 2>&1; then timeout 20 "$@"; else "$@"; fi
}
# ask URL: its body; how it ended as curl says it
ask() {
  if command -v curl >/dev/null 2>&1; then
    curl -fsS -m 10 -- "$1" 2>&1
  elif command -v python3 >/dev/null 2>&1; then
    python3 -c 'import sys, urllib.error, urllib.request
try:
    sys.stdout.buffer.write(urllib.request.urlopen(sys.argv[1], timeout=10).read(65536))
except urllib.error.HTTPError as e:
    print("HTTP status", e.code); sys.exit(22)
except Exception as e:
    print(e); sys.exit(7)' "$1" 2>&1
  else
    printf 'neither curl nor python3 is installed on the control host\n'
    return 127
  fi
}
sum() { sha256sum | cut -d ' ' -f 1; }
contents() {
  find -L "$1" -type f ! -path '*/.git/*' ! -path '*/__pycache__/*' ! -name '*.log' ! -name '*.retry' \
    ! -path "$base/*" -exec sha256sum -- {} + 2>/dev/null | sort | sum
}
# wide FOLDER: the home folder, or /: they hold far more than a playbook and what belongs to it
wide() { [ "$1" = / ] || [ "$1" = "$(cd "${HOME:-/}" 2>/dev/null && pwd -P)" ]; }
# own: sets here and beside, the folders that the playbook is run in and that it lies in
own() {
  command -v sha256sum >/dev/null 2>&1 || refuse 69 "sha256sum is not installed here: no preview could be told from another"
  case $playbook in
    /*) beside=$playbook ;;
    *) beside=$work/$playbook ;;
  esac
  file=$beside
  here=$(cd "$work" 2>/dev/null && pwd -P)
  beside=$(cd "${beside%/*}" 2>/dev/null && pwd -P)
  if [ -f "$file" ] && wide "$beside"; then
    refuse 78 "the playbook ${playbook##*/} lies in $beside itself: what belongs to it cannot be told from everything else there. Give it a folder of its own and name that in rollback.directory"
  fi
}
# inventoried: the inventory, and the variables that Ansible reads beside one that is a file
inventoried() {
  sums=$(contents "$place")
  for one in "${place%/*}/group_vars" "${place%/*}/host_vars"; do
    if [ -f "$place" ] && [ -d "$one" ]; then sums=$(printf '%s\n' "$sums" "$(contents "$one")" | sum); fi
  done
  printf '%s\n' "$sums"
}
fingerprints() {
  own
  case $inventory in
    /*) place=$inventory ;;
    *) place=$work/$inventory ;;
  esac
  if wide "$here"; then
    say playbooks "$(contents "$beside")"
  else
    case $beside/ in
      "$here"/*) say playbooks "$(contents "$work")" ;;
      *) say playbooks "$({ contents "$work" && contents "$beside"; } | sum)" ;;
    esac
  fi
  if [ -e "$place" ]; then say inventoried "$(inventoried)"; fi
  say config "$(settings config | sum)"
  say roles "$(settings roles | sum)"
  if [ -n "$artifact" ] && [ -f "$artifact" ]; then say artifactsum "${found:-$(sum <"$artifact")}"; fi
}
# settings config|roles: the settings' file that Ansible will read, by its own order, and the roles
# that lie apart; in the team's folder and environment
settings() {
  cd "$work" || exit 66
  envs
  named=${ANSIBLE_CONFIG:-}
  case $named in '~/'*) named=${HOME:-}/${named#'~/'} ;; esac
  if [ -n "$named" ] && [ -d "$named" ]; then named=$named/ansible.cfg; fi
  for cfg in "$named" "$PWD/ansible.cfg" "${HOME:-}/.ansible.cfg" /etc/ansible/ansible.cfg; do
    if [ -n "$cfg" ] && [ -r "$cfg" ]; then break; fi
    cfg=
  done
  if [ "$1" = config ]; then
    printf '%s\n' "${ANSIBLE_CONFIG:-}" "$cfg"
    if [ -n "$cfg" ]; then sum <"$cfg"; fi
    return 0
  fi
  paths=${ANSIBLE_ROLES_PATH:-} root=$PWD
  if [ -z "$paths" ] && [ -n "$cfg" ]; then
    paths=$(sed -n 's/^roles_path[[:space:]]*[=:][[:space:]]*//p' "$cfg" | sed 's/[[:space:]]*;.*//; s/[[:space:]]*$//' | tail -n 1)
    root=$(cd "${cfg%/*}" 2>/dev/null && pwd -P)
  fi
  paths=${paths:-${HOME:-}/.ansible/roles:/usr/share/ansible/roles:/etc/ansible/roles}:
  printf '%s\n' "$paths"
  while [ -n "$paths" ]; do
    one=${paths%%:*}
    paths=${paths#*:}
    case $one in
      '~/'*) one=${HOME:-}/${one#'~/'} ;;
      /* | '') ;;
      *) one=$root/$one ;;
    esac
    if [ -n "$one" ] && [ -d "$one" ] && ! wide "$(cd "$one" && pwd -P)"; then contents "$one"; fi
  done
}
fingerprint() {
  begin "$@"
  named
  marks
  fingerprints
  finish
}

# named: the hosts and tasks that the playbook names
named() {
  out=$(team listing --list-hosts --list-tasks 2>&1 </dev/null)
  tell list $? "$out"
}
# look: everything that can be seen without reaching another host
look() {
  begin "$@"
  if [ ! -d "$work" ]; then
    say place missing
    finish
  fi
  own
  out=$(team bounded ansible-playbook --version 2>&1)
  tell version $? "$out"
  there=file
  (cd "$work" && [ -f "$playbook" ]) || there=missing
  say playbook "$there"
  there=there
  case $inventory in
    *,*) ;;
    *) (cd "$work" && [ -e "$inventory" ]) || there=missing ;;
  esac
  say inventory "$there"
  if [ "$there" = there ]; then named; fi
  grounds
  ownfiles
  fingerprints
  finish
}
# grounds: artifact, disk, state file, marks, version endpoint
grounds() {
  near=$base
  while [ ! -d "$near" ]; do near=${near%/*}/; near=${near%/}; [ -n "$near" ] || near=/; done
  say free "$(df -Pk "$near" 2>/dev/null | sed -n '$s/  */ /gp' | sed 's/^[^ ]* [^ ]* [^ ]* \([0-9]*\) .*/\1/')"
  if [ -n "$artifact" ]; then
    if [ ! -f "$artifact" ]; then
      say artifact missing
    elif [ ! -s "$artifact" ]; then
      say artifact empty
    elif [ -f "$artifact.sha256" ]; then
      read -r wanted rest <"$artifact.sha256"
      found=$(sum <"$artifact") # kept: a fingerprint holds it too
      if [ "$wanted" = "$found" ]; then say artifact summed; else say artifact differs; fi
    else
      say artifact unsummed
    fi
  fi
  if [ -n "$before$after" ]; then
    for one in "$before"*"$after"; do
      if [ -f "$one" ]; then
        one=${one#"$before"}
        say have "${one%"$after"}"
      fi
    done | head -n 200
  fi
  if [ -n "$statefile" ]; then
    if [ -r "$statefile" ]; then tell state 0 "$(head -c 262144 "$statefile")"; else say state missing; fi
  fi
  marks
  if [ -n "$versionurl" ]; then
    out=$(ask "$versionurl")
    tell url $? "$(printf '%s' "$out" | head -c 65536)"
  fi
}
# mark PATH: a lock or marker of the playbooks that is there
mark() { if [ -e "$1" ]; then tell mark "$1" "$(head -c 2000 "$1" 2>/dev/null)"; fi; }
# manifest NAME ARTIFACT: what an artifact says of itself
manifest() {
  if [ -n "$2" ] && [ -f "$2" ]; then
    text=$(tar -xzOf "$2" manifest.json 2>/dev/null || tar -xzOf "$2" ./manifest.json 2>/dev/null)
    if [ -n "$text" ]; then tell manifest "$1" "$(printf '%s' "$text" | head -c 262144)"; fi
  fi
}
# seen PATH: a version file of the control host itself
seen() { if [ -r "$1" ]; then say seen "$(head -n 1 "$1" | cut -c 1-200)" "$1"; fi; }

# reach: every host, by the inventory; and what it says of itself
reach() {
  begin "$@"
  case $5:$7 in
    ping:) out=$(team adhoc "$6" -m ansible.builtin.ping -o 2>&1 </dev/null) ;;
    # one round for both: a module that runs there says as much as a ping
    ping:*) out=$(team adhoc "$6" -m ansible.builtin.shell -a "$7" -o 2>&1 </dev/null) ;;
    *) out=$(team adhoc "$6" -m ansible.builtin.raw -a "$7" -o 2>&1 </dev/null) ;;
  esac
  ended=$?
  if [ "$5" = ping ]; then tell ping "$ended" "$out"; fi
  if [ -n "$7" ]; then tell raw "$ended" "$out"; fi
  manifest target "$artifact"
  manifest current "$8"
  finish
}
# after: what can be seen of the version once more
after() {
  begin "$@"
  artifact='' before='' after=''
  grounds
  ownfiles
  finish
}

# weigh ATTEMPTS: the health checks
weigh() {
  begin "$@"
  attempts=$5
  checks
  finish
}
# check NUMBER url|command ARG...
check() {
  number=$1 kind=$2
  shift 2
  tries=0
  while :; do
    tries=$((tries + 1))
    if [ "$kind" = url ]; then
      out=$(ask "$1")
    else
      out=$(cd "$work" 2>/dev/null; bounded "$@" 2>&1 </dev/null)
    fi
    ended=$?
    if [ "$ended" = 0 ] || [ "$ended" = 127 ] || [ "$tries" -ge "$attempts" ]; then break; fi
    sleep 2
  done
  tell "check" "$number $ended" "$(printf '%s' "$out" | head -c 2000)"
}

checked() {
  dir=$1
  cd "$work" || exit 66
  envs
  umask "$mask"
  if [ -e "$dir/vars.json" ]; then exec 3<"$dir/vars.json"; fi
  play --check --diff
}
# preview PRINT META: the check run, kept below its fingerprint
preview() {
  begin "$@"
  print=$5
  mkdir -p "$previews" 2>/dev/null || refuse 73 "$previews cannot be written; nothing was run"
  find "$previews" -mindepth 1 -maxdepth 1 -type d -mmin +1440 -exec rm -rf -- {} + 2>/dev/null
  part=$previews/$print.$$.part
  if ! { mkdir "$part" && supply "$part" && printf '%s\n' "$6" >"$part/meta" && : >"$part/events"; } 2>/dev/null; then
    rm -rf -- "$part"
    refuse 73 "$previews cannot be written; nothing was run"
  fi
  (
    (checked "$part") >"$part/log" 2>&1 </dev/null
    printf '%s\n' "$?" >"$part/rc.tmp" && mv "$part/rc.tmp" "$part/rc"
  ) >/dev/null 2>&1 </dev/null &
  child=$!
  at=0 beats=0
  while [ ! -e "$part/rc" ]; do
    pour aside "$part/events" "$at"
    at=$poured
    beats=$((beats + 1))
    if [ $((beats % 25)) = 0 ]; then say beat || exit 0; fi
    kill -0 "$child" 2>/dev/null || break
    nap
  done
  if [ ! -e "$part/rc" ]; then
    rm -rf -- "$part"
    refuse 70 "the check run was ended from outside; nothing of it is kept"
  fi
  pour aside "$part/events" "$at"
  date +%s >"$part/at"
  tell log "$(cat "$part/rc")" "$(tail -n 400 "$part/log")"
  rm -rf -- "${previews:?}/$print"
  mv "$part" "$previews/$print" || refuse 73 "the preview could not be kept in $previews"
  say taken "$(cat "$previews/$print/at")"
  finish
}
# kept PRINT: a preview of exactly this; else what the newest other one was of
kept() {
  begin "$@"
  dir=$previews/$5
  if [ -s "$dir/at" ] && [ -s "$dir/rc" ]; then
    say kept "$(cat "$dir/at")" "$(cat "$dir/rc")"
    say meta "$(head -n 1 "$dir/meta")"
    pour aside "$dir/events" 0
    finish
  fi
  newest=
  for one in "$previews"/*/at; do
    case $one in
      *.part/at) ;;
      *)
        if [ -s "$one" ] && { [ -z "$newest" ] || [ "$(cat "$one")" -gt "$(cat "$newest")" ]; }; then newest=$one; fi
        ;;
    esac
  done
  if [ -n "$newest" ]; then
    say other "$(cat "$newest")"
    say meta "$(head -n 1 "${newest%/at}/meta")"
  fi
  finish
}
