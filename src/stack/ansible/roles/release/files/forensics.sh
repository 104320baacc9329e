#!/bin/sh
# Keeps what can be seen now in a folder: forensics.sh <folder> <app dir> <state dir> <unit>…
# Each part may fail without the others being lost; what failed says so in its own file.
umask 077
folder=$1 app=$2 state=$3
shift 3
mkdir -p "$folder" || exit 1
keep() { name=$1; shift; "$@" >"$folder/$name" 2>&1 || echo "(ended with $?)" >>"$folder/$name"; }
keep date date -u +%Y-%m-%dT%H:%M:%SZ
keep disk df -P
keep processes ps -eo pid,ppid,user,lstart,args
keep releases ls -la "$app" "$app/releases"
keep version cat "$app/version.txt"
keep state.json cat "$state/production-state.json"
for unit in "$@"; do
  keep "$unit.state" systemctl show "$unit"
  keep "$unit.log" journalctl -u "$unit" -n 500 --no-pager
done
echo "$folder"
