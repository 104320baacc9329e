# Signalbox's protocol with a shell, which every script of this room begins with: what is ours is
# private, and each answer is a line with the nonce of its call.
mask=$(umask) # what is run keeps the login's own; only our files are private
umask 077
LC_ALL=C.UTF-8
export LC_ALL
unset CDPATH ENV BASH_ENV

say() { printf 'signalbox:%s %s\n' "$nonce" "$*"; }
finish() {
  say end
  exit 0
}
refuse() {
  say refused "$@"
  finish
}
nap() { sleep 0.2 2>/dev/null || sleep 1; }
# pour KIND FILE FROM: what a file holds from there on; sets poured to where that ended
pour() {
  poured=$3
  size=$(wc -c 2>/dev/null <"$2") || size=0
  while [ "$poured" -lt $((size)) ]; do
    count=$((size - poured))
    if [ "$count" -gt 1048576 ]; then count=1048576; fi
    say "$1" "$poured" "$count"
    tail -c "+$((poured + 1))" "$2" 2>/dev/null | head -c "$count"
    printf '\n'
    poured=$((poured + count))
  done
}
