# Shared by the scripts beside it: the JDK, Debian packages, the build. Sourced, not run.
# Everything it says goes to standard error; standard output belongs to the answer.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
say() { printf '%s\n' "$*" >&2; }

# Prints the home of a JDK 25, or fails.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "${JAVA_25_HOME:-}" /usr/lib/jvm/* "${HOME:-/root}"/.sdkman/candidates/java/* \
    "${HOME:-/root}"/.jdks/* /opt/*jdk*25* $(sed -n 's:.*<jdkHome>\(.*\)</jdkHome>.*:\1:p' "${HOME:-/root}/.m2/toolchains.xml" 2>/dev/null); do
    [ -x "$home/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$home/release" 2>/dev/null && { echo "$home"; return 0; }
  done
  return 1
}

# Sets $jdk; on Debian it is installed where the system's own lists have one.
need_jdk() {
  jdk=$(find_jdk) && return 0
  if [ "${may_install:-yes}" = yes ]; then install_packages openjdk-25-jdk-headless || true; fi
  jdk=$(find_jdk) && return 0
  say "missing: a JDK 25. Get one with 'apt-get install openjdk-25-jdk' or 'temurin-25-jdk', or set JAVA_HOME to one."
  return 1
}

need_maven() {
  command -v mvn >/dev/null && return 0
  if [ "${may_install:-yes}" = yes ]; then install_packages maven || true; fi
  command -v mvn >/dev/null && return 0
  say "missing: Maven 3.8 or newer. Get it with 'apt-get install maven'."
  return 1
}

# The ways to become root without asking anybody.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif sudo -n true 2>/dev/null; then sudo -n "$@"; else return 1; fi
}

has_package() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# Installs those of the named packages that are missing; sets $missing to what still is.
# "a|b" means either will do (names differ between Debian's releases).
install_packages() {
  local wanted=() choice name found
  missing=()
  for choice in "$@"; do
    found=""
    for name in ${choice//|/ }; do has_package "$name" && found=$name; done
    [ -n "$found" ] || wanted+=("$choice")
  done
  [ ${#wanted[@]} -eq 0 ] && return 0
  if command -v apt-get >/dev/null && as_root true; then
    say "installing: ${wanted[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update >&2 || true
    for choice in "${wanted[@]}"; do
      for name in ${choice//|/ }; do
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$name" >/dev/null 2>&1 && break
      done
    done
  fi
  for choice in "${wanted[@]}"; do
    found=""
    for name in ${choice//|/ }; do has_package "$name" && found=$name; done
    [ -n "$found" ] || missing+=("${choice%%|*}")
  done
  [ ${#missing[@]} -eq 0 ]
}

# What JavaFX loads on Linux: GTK for windows; with it Pango and FreeType, which draw text headless too.
javafx_packages=("libgtk-3-0|libgtk-3-0t64" libgl1 libxtst6 libxxf86vm1 fontconfig openssh-client)

# Compiles when a source is newer than the last build.
build() {
  need_jdk && need_maven || return 1
  local stamp="$root/target/.built"
  if [ -f "$stamp" ] && [ -z "$(find "$root/src/main" "$root/pom.xml" -newer "$stamp" -print -quit)" ]; then
    return 0
  fi
  say "building Signalbox (the first time takes a minute)"
  # the toolchain plugin looks for a JDK 25 itself; JAVA_HOME may stay an older one
  (cd "$root" && JAVA_25_HOME=$jdk mvn -q -B -Dstyle.color=never process-classes >&2) || { say "the build failed; see above"; return 1; }
  touch "$stamp"
}

# Starts the console's JVM in place of this shell: run_console JVM_OPTION... -- ARGUMENT...
run_console() {
  local options=()
  while [ $# -gt 0 ] && [ "$1" != -- ]; do options+=("$1"); shift; done
  shift
  exec "$jdk/bin/java" "--module-path=$root/target/javafx" --add-modules=javafx.controls \
    --enable-native-access=javafx.graphics -XX:+UseSerialGC -Xmx384m "${options[@]}" \
    -cp "$root/target/classes:$root/target/lib/*" io.signalbox.app.Signalbox "$@"
}

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }
headless_options=(-Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true)
