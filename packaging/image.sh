# The application image: a linked runtime with JavaFX in it, the rest as jars. Sourced after lib.sh.
# Everything it makes is below target/installer.
made="$root/target/installer"
case $(uname -s) in
  Darwin)
    platform=mac product=Signalbox image="$made/image/Signalbox.app"
    app_folder="$image/Contents/app" image_runtime="$image/Contents/runtime/Contents/Home" ;;
  MINGW* | MSYS*)
    platform=win product=Signalbox image="$made/image/Signalbox"
    app_folder="$image/app" image_runtime="$image/runtime" ;;
  *)
    platform=linux product=signalbox image="$made/image/signalbox"
    app_folder="$image/lib/app" image_runtime="$image/lib/runtime" ;;
esac
cache="$app_folder/signalbox.aot"
# One date on every file: the cache remembers the jars' dates, and two builds then agree.
image_date=1767225600
date_files() { TZ=UTC find "$1" -exec touch -h -t 202601010000.00 {} +; }
version=$(awk -F'[<>]' '/<version>/ { print $3; exit }' "$root/pom.xml")

# What the product and its jars ask for. java.security.jgss, java.rmi and java.management: SSH; java.naming and
# java.xml: logging; jdk.unsupported: Kotlin and Okio under OkHttp; jdk.jfr: a recording in the field.
runtime_modules=java.base,java.desktop,java.logging,java.management,java.naming,java.rmi,java.security.jgss,java.xml,jdk.jfr,jdk.unsupported,javafx.controls

# Parts of java.desktop behind Swing's looks and the sound system: JavaFX needs the module, but nothing
# here can reach those. jlink wants something left in every package, so one class of each stays.
looks='(javax/swing/plaf/(basic|metal|nimbus|synth)|com/sun/java/swing/plaf/(gtk|motif))/(?!\w+LookAndFeel\.class)[^/]*'
sounds='com/sun/media/sound/(?!AudioSynthesizer\.class)[^/]*'
unreachable="regex:/java\.desktop/$looks,regex:/java\.desktop/$sounds,**/doc-files/**"

# The JVM's options, the same in training and in the field: a cache is void where they differ. The
# JVM's own warnings go to standard error, because standard output belongs to the answer. Tier4…: the
# costly compiler begins six times later than usual, with what stays hot and not with what the start
# runs through once; that took a fifth of the processor time to the first frame.
image_options=(--enable-native-access=javafx.graphics -XX:+UseSerialGC -Xmx384m
  -XX:Tier4InvocationThreshold=30000 -XX:Tier4MinInvocationThreshold=6000
  -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=200000
  -Xlog:disable -Xlog:all=warning:stderr:uptime,level,tags)

# Jars that go along only where a class of the product names their package (they are heavy, and what
# refers to them from other jars is only reached through them).
optional_jars=(countries:eu/hansolo/fx/countries heatmap:eu/hansolo/fx/heatmap
  tilesfx:eu/hansolo/ toolboxfx:eu/hansolo/ toolbox:eu/hansolo/ controlsfx:org/controlsfx/)

is_wanted() { # NAME-VERSION.jar
  local entry jar=${1##*/}
  for entry in "${optional_jars[@]}"; do
    [ "${jar%%-[0-9]*}" = "${entry%%:*}" ] || continue
    grep -rqaF "${entry#*:}" "$root/target/classes"
    return
  done
  return 0
}

# The runtime: JavaFX's libraries lie beside the JVM's own, so that nothing is unpacked into the
# user's home at the first start. Not compressed: 40 MB more on the disk, but 16 MB less to download,
# because the installer's compression does better than the runtime's. The JVM's own class archive is
# left out, for the trained cache holds the same classes.
link_runtime() {
  local jar modules="$made/modules" natives="$made/natives" name
  rm -rf "$modules" "$natives" "$made/runtime"
  mkdir -p "$modules" "$natives" || return 1
  for name in base graphics controls; do
    for jar in "$root"/target/javafx/javafx-"$name"-*-$platform*.jar; do
      "$jdk/bin/java" "$root/packaging/TrimJar.java" "$jar" "$modules/${jar##*/}" '.*\.(so|dll|dylib)' "$natives" || return 1
    done
  done
  "$jdk/bin/jlink" --module-path "$modules" --add-modules "$runtime_modules" \
    --strip-debug --no-header-files --no-man-pages --compress zip-0 \
    --exclude-resources "$unreachable" --output "$made/runtime" >&2 || return 1
  # where the JVM's own libraries are, which on Windows is bin
  if [ $platform = win ]; then cp "$natives"/* "$made/runtime/bin/"; else cp "$natives"/* "$made/runtime/lib/"; fi || return 1
  # two tools that are not ours to give, and the sound that the classes above were cut from
  rm -f "$made/runtime/bin"/jfr* "$made/runtime/bin"/keytool* "$made/runtime"/*/*jsound.*
}

png_width() { printf '%d' "0x$(od -An -tx1 -j16 -N4 "$1" | tr -d ' \n')"; }

# The icon in the form of this system, or nothing where icons/ holds none.
make_icon() {
  local pictures=("$root"/icons/*.png)
  [ -f "${pictures[0]}" ] || return 0
  case $platform in
    linux) printf '%s' "$root/icons/signalbox-256.png"; return ;;
    mac) set -- "$made/Signalbox.icns" ;;
    win) set -- "$made/Signalbox.ico" ;;
  esac
  "$jdk/bin/java" "$root/packaging/IconFile.java" "$1" "${pictures[@]}" && printf '%s' "$1"
}

package_image() {
  local jar option icon arguments=() input="$made/input"
  rm -rf "$input" "$made/image" "$made/classes"
  mkdir -p "$input" || return 1
  cp -R "$root/target/classes" "$made/classes" || return 1
  "$jdk/bin/java" --module-path "$root/target/javafx" --add-modules javafx.controls -cp "$root/target/lib/*" \
    "$root/packaging/BinarySheets.java" "$made/classes/io/signalbox/ui/theme" || return 1
  "$jdk/bin/jar" --create --file "$input/signalbox.jar" --date 2026-01-01T00:00:00Z \
    --main-class io.signalbox.app.Signalbox -C "$made/classes" . || return 1
  for jar in "$root"/target/lib/*.jar; do
    is_wanted "$jar" || continue
    case ${jar##*/} in
      # 4 MB of flags, maps and pictures for tiles that this console has none of
      tilesfx-*) "$jdk/bin/java" "$root/packaging/TrimJar.java" "$jar" "$input/${jar##*/}" \
        'eu/hansolo/tilesfx/(icons/.*|.*\.png|highres\.properties|leaflet\..*)' || return 1 ;;
      # SSH names this provider by its class; offered as a service, it is loaded and its signature
      # checked at every start, by the first thing that asks for the list of providers. Without its
      # signature the digests of its manifest are of no use, and no SSH server signs with isogenies
      bcprov-*) "$jdk/bin/java" "$root/packaging/TrimJar.java" "$jar" "$input/${jar##*/}" \
        'META-INF/(services/java\.security\.Provider|MANIFEST\.MF|[^/]*\.(SF|DSA|RSA|EC))|org/bouncycastle/pqc/crypto/sqisign/.*' || return 1 ;;
      *) cp "$jar" "$input/" ;;
    esac
  done
  for option in "${image_options[@]}" '-XX:AOTCache=$APPDIR/signalbox.aot'; do
    arguments+=(--java-options "$option")
  done
  icon=$(make_icon) || return 1
  [ -z "$icon" ] || arguments+=(--icon "$icon")
  # a second launcher for the headless verbs: a Windows program has a console or has none
  [ $platform != win ] || arguments+=(--add-launcher "signalbox-cli=$root/packaging/windows/console.properties")
  # macOS refuses a bundle whose version begins with zero; the program itself says the true one
  [ $platform = mac ] && set -- "${version/#0./1.}" || set -- "$version"
  "$jdk/bin/jpackage" --type app-image --name "$product" --app-version "$1" --vendor Signalbox \
    --description "Operations console for GitHub Actions runners" \
    --runtime-image "$made/runtime" --input "$input" --main-jar signalbox.jar \
    --main-class io.signalbox.app.Signalbox --dest "$made/image" "${arguments[@]}" >&2
}

# The class path exactly as the launcher passes it on.
image_classpath() {
  sed -n 's:^app\.classpath=::p' "$app_folder/$product.cfg" | tr -d '\r' | tr '\\' / |
    sed "s:\$APPDIR:$app_folder:g" | paste -sd: -
}

# Trains the ahead-of-time cache on the demo world, headless. Without profiles: with them the costly
# compiler would begin at once.
train_cache() {
  local shots status
  date_files "$image"
  shots=$(mktemp -d)
  env -u DISPLAY -u WAYLAND_DISPLAY "$image_runtime/bin/java" \
    "-XX:AOTCacheOutput=$cache" -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining "${image_options[@]}" "${headless_options[@]}" \
    -cp "$(image_classpath)" io.signalbox.app.Signalbox \
    demo --headless --drill --seed 3 --shots "$shots" >"$made/training.txt" 2>"$made/training.err"
  status=$?
  rm -rf "$shots"
  if [ $status -ne 0 ] || [ ! -s "$cache" ]; then
    say "the ahead-of-time cache could not be made (exit $status):"
    tail -n 5 "$made/training.txt" "$made/training.err" >&2
    return 1
  fi
}

# Makes the image unless it is newer than all it is made from.
make_image() {
  build || return 1
  if [ -f "$made/.image" ] && [ -z "$(find "$root/target/.built" "$root/packaging/image.sh" "$root/packaging"/*.java "$root/icons" -newer "$made/.image" -print -quit 2>/dev/null)" ]; then
    return 0
  fi
  rm -f "$made/.image"
  say "linking the runtime"
  link_runtime || { say "jlink failed; see above"; return 1; }
  say "making the application image"
  package_image || { say "jpackage failed; see above"; return 1; }
  say "training the ahead-of-time cache on the demo world"
  train_cache || return 1
  touch "$made/.image"
}
