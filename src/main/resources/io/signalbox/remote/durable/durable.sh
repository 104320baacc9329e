# Signalbox durable runs, protocol 1. Sent on the standard input of /bin/sh, inside one pair of
# braces together with the call of one verb, so that a cut line executes nothing at all.
settle() { sync "$1" 2>/dev/null || sync; }
put() { printf '%s\n' "$2" >"$1.tmp" 2>/dev/null && settle "$1.tmp" && mv -f "$1.tmp" "$1"; }
# supply FOLDER: puts what a run needs into its folder; whoever has something says it anew below
supply() { :; }

places() {
  nonce=$1 base=$2 id=$4
  if [ -z "$base" ]; then
    base=${HOME:-}/.signalbox
  fi
  case $base in
    /?*) ;;
    *) refuse 78 "the directory for runs is not an absolute path: $base" ;;
  esac
  runs=$base/runs locks=$base/locks
  lock=$locks/$3.lock holder=$locks/$3.holder token=$locks/$3.token
  dir=$runs/$id
  boot= mine=
  { read -r boot </proc/sys/kernel/random/boot_id; } 2>/dev/null
}
tools() {
  for tool in setsid flock mkdir mv rm sync find head tail wc grep sed sleep; do
    command -v "$tool" >/dev/null 2>&1 || refuse 69 "$tool is not installed here"
  done
  if [ -z "$boot" ] || [ ! -r /proc/self/stat ]; then
    refuse 69 "/proc is not readable here"
  fi
}

# born PID: sets start, session and parent's group of a living process; start is empty without one
born() {
  start= session= stat=
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 0
  stat=${stat##*) }
  set -- $stat
  case $1 in
    Z | X) ;;
    *) session=$4 start=${20} ;;
  esac
}
# the lock is held; looking takes it for a moment, which is why takers ask more than once
held() { [ -e "$lock" ] && ! (flock -n 8) 8>>"$lock"; }
mine() { [ -z "$mine" ] && held && grep -qsF "\"id\":\"$1\"" "$holder"; }
# state DIR: sets st (none preparing stillborn running finished lost), rc, vrc, pid
state() {
  st=none rc=- vrc=- pid= since= where=
  [ -d "$1" ] || return 0
  if over "$1"; then return 0; fi
  if [ ! -s "$1/pid" ]; then
    st=stillborn
    if mine "${1##*/}"; then st=preparing; fi
    return 0
  fi
  read -r pid since where <"$1/pid"
  if [ "$where" = "$boot" ]; then
    born "$pid"
    if [ -n "$start" ] && [ "$start" = "$since" ]; then
      st=running
      return 0
    fi
  fi
  over "$1" || st=lost
}
over() {
  [ -s "$1/rc" ] || return 1
  st=finished
  read -r rc <"$1/rc"
  if [ -s "$1/verify.rc" ]; then read -r vrc <"$1/verify.rc"; fi
}
carriers() {
  grep -lsF "SIGNALBOX_RUN=$1" /proc/[0-9]*/environ | sed 's,^/proc/\([0-9]*\)/.*,\1,'
}
# members SID: processes of a session
members() {
  for one in /proc/[0-9]*; do
    born "${one#/proc/}"
    if [ "$session" = "$1" ]; then printf '%s\n' "${one#/proc/}"; fi
  done
}
report() {
  state "$1"
  left=- meta=
  if [ "$st" = lost ]; then left=$(carriers "${1##*/}" | wc -l); fi
  size=$(wc -c 2>/dev/null <"$1/log") || size=0
  { read -r meta <"$1/meta"; } 2>/dev/null
  cut=-
  if [ -e "$1/timeout" ]; then cut=timeout; fi
  if [ -e "$1/aborted" ]; then cut=aborted; fi
  say run "${1##*/}" "$st" "$rc" "$vrc" "$cut" $((size)) $((${left%%-*} + 0)) "$meta"
}
clean() {
  find "$runs" -mindepth 1 -maxdepth 1 -type d -mtime +14 2>/dev/null |
    while IFS= read -r old; do
      state "$old"
      case $st in
        finished | lost | stillborn) rm -rf -- "$old" ;;
      esac
    done
}

# The run itself, in a session of its own. It holds the lock on 9 until its result is on the disk;
# what it starts does not.
wrapper='
dir=$1 limit=$2 verify=$3 mask=$4
shift 4
settle() { sync "$1" 2>/dev/null || sync; }
trap : TERM HUP INT
read -r boot </proc/sys/kernel/random/boot_id
read -r stat </proc/$$/stat
mine=$$
number() { stat=${stat##*) }; set -- $stat; start=${20}; }
number
printf "%s %s %s\n" "$mine" "$start" "$boot" >"$dir/pid.tmp" || exit 74
settle "$dir/pid.tmp"
mv -f "$dir/pid.tmp" "$dir/pid" || exit 74
(
  trap "kill \$nap 2>/dev/null; exit 0" TERM
  # in slices: a word that it may go can be lost while this shell is being born
  while [ "$limit" -gt 0 ]; do
    slice=$limit
    if [ "$slice" -gt 5 ]; then slice=5; fi
    sleep "$slice" &
    nap=$!
    wait "$nap" || exit 0
    if [ -e "$dir/rc" ] || [ ! -d "$dir" ]; then exit 0; fi
    limit=$((limit - slice))
  done
  trap "" TERM
  : >"$dir/timeout"
  kill -s TERM -- "-$mine"
  sleep 30
  read -r self rest </proc/self/stat
  for one in $(grep -lsF "SIGNALBOX_RUN=$SIGNALBOX_RUN" /proc/[0-9]*/environ); do
    one=${one#/proc/}
    one=${one%/environ}
    case $one in
      "$mine" | "$self") ;;
      *) kill -s KILL "$one" 2>/dev/null ;;
    esac
  done
) >/dev/null 2>&1 9>&- &
dog=$!
# in a subshell: what this shell remarks on its end does not belong into the log
# its kit says where it runs and in which environment; that may hold secrets, so it does not stay
(
  if [ -e "$dir/kit" ]; then
    kit=$(cat "$dir/kit")
    rm -f "$dir/kit"
    eval "$kit"
  fi
  umask "$mask"
  exec "$@"
) >>"$dir/log" 2>&1 9>&-
rc=$?
if [ "$rc" = 0 ] && [ -n "$verify" ] && [ ! -e "$dir/aborted" ] && : >"$dir/verify.log"; then
  (umask "$mask"; exec /bin/sh -c "$verify") >>"$dir/verify.log" 2>&1 9>&-
  printf "%s\n" "$?" >"$dir/verify.rc" && settle "$dir/verify.rc"
fi
kill "$dog" 2>/dev/null
# in place: the room for it was taken before the run, so that a full disk cannot swallow it
printf "%-4s\n" "$rc" 1<>"$dir/rc.tmp"
settle "$dir/rc.tmp"
mv -f "$dir/rc.tmp" "$dir/rc"
settle "$dir"
'

# given: sets last, the highest token that was ever given here
given() {
  last=0
  if [ -e "$token" ]; then { read -r last <"$token"; } 2>/dev/null; fi
  case $last in
    '' | *[!0-9]*) refuse 70 "$token does not hold a number; look at it before anything is run" ;;
  esac
}
# take TOKEN: the lock on 9 and a token above every one seen; answers and ends where it cannot
take() {
  exec 9>>"$lock" || refuse 73 "$lock cannot be written; nothing was started"
  tries=0
  until flock -n 9; do
    state "$dir"
    case $st in
      running | finished | lost)
        report "$dir"
        finish
        ;;
    esac
    tries=$((tries + 1))
    if [ "$tries" -ge 5 ]; then
      words=
      { read -r words <"$holder"; } 2>/dev/null
      say busy "$words"
      finish
    fi
    nap
  done
  mine=no
  state "$dir"
  case $st in
    none) ;;
    stillborn) rm -rf -- "$dir" ;;
    *)
      report "$dir"
      finish
      ;;
  esac
  given
  if [ "$1" -le "$last" ]; then
    refuse 76 "token $1 is stale, $last was given already: something ran here in the meantime"
  fi
}
# launch TOKEN LIMIT META HOLDER VERIFY ARGV...
launch() {
  tools
  mkdir -p "$runs" "$locks" 2>/dev/null || refuse 73 "$base cannot be written; nothing was started"
  clean
  take "$1"
  if ! { head -c 131072 /dev/zero >"$locks/space.$id" && settle "$locks/space.$id"; } 2>/dev/null; then
    rm -f "$locks/space.$id"
    refuse 73 "no space left for $base; nothing was started"
  fi
  rm -f "$locks/space.$id"
  rm -rf -- "$dir.part"
  if ! { put "$token" "$1" && put "$holder" "$4" && mkdir "$dir.part" &&
    put "$dir.part/meta" "$3" && supply "$dir.part" && : >"$dir.part/log" && printf '    \n' >"$dir.part/rc.tmp" &&
    settle "$dir.part/rc.tmp" && mv "$dir.part" "$dir"; } 2>/dev/null; then
    rm -rf -- "$dir.part"
    refuse 73 "$base cannot be written; nothing was started"
  fi
  limit=$2 verify=$5
  shift 5
  SIGNALBOX_RUN=$id setsid /bin/sh -c "$wrapper" signalbox "$dir" "$limit" "$verify" "$mask" "$@" \
    </dev/null >/dev/null 2>&1 9>&9 &
  child=$!
  while [ ! -s "$dir/pid" ] && [ ! -s "$dir/rc" ]; do
    kill -0 "$child" 2>/dev/null || break
    sleep 0.05 2>/dev/null || sleep 1
  done
  say started
  exec 9>&-
  report "$dir"
  finish
}

start() {
  places "$@"
  shift 4
  launch "$@"
}
# The environment's lock for a run on another machine: a holder that ends with release, or by itself
hold() {
  places "$@"
  runs=$base/holds dir=$base/holds/$id
  shift 4
  launch "$1" "$2" "$3" "$4" '' sleep "$2"
}
release() {
  places "$@"
  runs=$base/holds dir=$base/holds/$id
  state "$dir"
  if [ "$st" = running ]; then
    kill -s TERM -- "-$pid" 2>/dev/null
    while [ "$st" = running ]; do
      nap
      state "$dir"
    done
  fi
  rm -rf -- "$dir"
  say released
  finish
}
survey() {
  places "$@"
  tools
  words=
  given
  near=$base
  while [ ! -d "$near" ]; do near=${near%/*}/; near=${near%/}; [ -n "$near" ] || near=/; done
  say free "$(df -Pk "$near" 2>/dev/null | sed -n '$s/  */ /gp' | sed 's/^[^ ]* [^ ]* [^ ]* \([0-9]*\) .*/\1/')"
  say token "$last"
  if held; then
    { read -r words <"$holder"; } 2>/dev/null
    say held "$words"
  fi
  for one in "$runs"/*; do
    if [ -d "$one" ] && [ "${one%.part}" = "$one" ]; then
      state "$one"
      if [ "$st" = lost ] && [ -n "$(carriers "${one##*/}")" ]; then say stray "${one##*/}"; fi
    fi
  done
  finish
}
status() {
  places "$@"
  report "$dir"
  finish
}
list() {
  places "$@"
  for dir in "$runs"/*; do
    case $dir in
      *.part | *'/*') ;;
      *) if [ -d "$dir" ]; then report "$dir"; fi ;;
    esac
  done
  finish
}
# follow OFFSET SECONDS [ASIDE]: the log from there on, its events from ASIDE on where that is
# given, and the result when there is one
follow() {
  places "$@"
  offset=$5 aside=${7:-} beats=0
  until=$(($(date +%s) + $6))
  while :; do
    state "$dir"
    pour data "$dir/log" "$offset"
    offset=$poured
    if [ -n "$aside" ]; then
      pour aside "$dir/events" "$aside"
      aside=$poured
    fi
    case $st in
      running | preparing) ;;
      *)
        if [ -s "$dir/verify.log" ]; then
          count=$(head -c 65536 "$dir/verify.log" | wc -c)
          say verify 0 $((count))
          head -c "$count" "$dir/verify.log"
          printf '\n'
        fi
        report "$dir"
        finish
        ;;
    esac
    beats=$((beats + 1))
    if [ $((beats % 25)) = 0 ]; then
      say beat || exit 0
      if [ "$(date +%s)" -ge "$until" ]; then finish; fi
    fi
    nap
  done
}
# remains PID SINCE: what is left of a run; once its leader is gone nothing is told by the session
remains() {
  {
    carriers "$id"
    born "$1"
    if [ -z "$start" ] || [ "$start" = "$2" ]; then members "$1"; fi
  } | sort -un
}
strike() {
  for victim in $2; do
    if [ "$victim" != "$3" ]; then kill -s "$1" "$victim" 2>/dev/null; fi
  done
}
# gone TENTHS: waits until two looks in a row find nothing
gone() {
  looks=$1 clear=0
  while :; do
    left=$(remains "$pid" "$since")
    if [ -z "$left" ]; then clear=$((clear + 1)); else clear=0; fi
    if [ "$clear" -ge 2 ]; then return 0; fi
    if [ "$looks" -le 0 ] && [ "$clear" = 0 ]; then return 1; fi
    looks=$((looks - 1))
    nap
  done
}
# abort GRACE MARK: TERM, grace, KILL, and the proof that nothing is left
abort() {
  places "$@"
  trap '' HUP PIPE
  grace=$5 mark=$6
  state "$dir"
  case $st in
    none) refuse 72 "there is no run $id here" ;;
    finished) ;;
    *) put "$dir/aborted" "$mark" || say note "the mark could not be written" ;;
  esac
  if [ -z "$pid" ] && [ -s "$dir/pid" ]; then read -r pid since where <"$dir/pid"; fi
  if [ -z "$pid" ] || [ "$where" != "$boot" ]; then
    say proof 0
    report "$dir"
    finish
  fi
  keep=
  if [ "$st" = running ]; then
    keep=$pid
    kill -s TERM -- "-$pid" 2>/dev/null
  fi
  strike TERM "$(carriers "$id")" "$keep"
  if ! gone $((grace * 5)); then
    strike KILL "$(remains "$pid" "$since")" "$keep"
    if ! gone 10; then
      strike KILL "$(remains "$pid" "$since")" ''
      gone 10
    fi
  fi
  say proof "$(printf '%s' "$left" | grep -c .)"
  report "$dir"
  finish
}
# fence TOKEN: a start with this token or an older one, still on its way, is refused from now on
fence() {
  places "$@"
  tools
  mkdir -p "$locks" 2>/dev/null || refuse 73 "$base cannot be written"
  exec 9>>"$lock" || refuse 73 "$lock cannot be written"
  tries=0
  until flock -n 9; do
    tries=$((tries + 1))
    if [ "$tries" -ge 5 ]; then
      say busy
      finish
    fi
    nap
  done
  given
  if [ "$5" -gt "$last" ]; then
    put "$token" "$5" 2>/dev/null || refuse 73 "$token cannot be written"
  fi
  say fenced
  finish
}
# breaks HOLDER: sets the lock aside whose holder is exactly this one
breaks() {
  places "$@"
  held || refuse 72 "the lock is not held"
  grep -qsF "\"id\":\"$id\"" "$holder" || refuse 72 "the lock is not held by $id any more"
  mv -f "$lock" "$lock.broken.$id" || refuse 73 "$lock cannot be moved aside"
  say broken
  finish
}
