# The Debian package, from the finished image. Sourced after image.sh. Every file belongs to the
# package and there is no maintainer script, so removal takes away exactly what came and nothing of
# the user's.

# Prints the path of the package.
make_deb() {
  local tree="$made/deb" arch package threads=()
  arch=$(dpkg --print-architecture)
  package="$made/signalbox_${version}_$arch.deb"
  rm -rf "$tree" "$made"/signalbox_*.deb
  mkdir -p "$tree/opt" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/DEBIAN" || return 1
  cp -a "$image" "$tree/opt/signalbox" || return 1
  ln -s ../../opt/signalbox/bin/signalbox "$tree/usr/bin/signalbox"
  cp "$root/packaging/linux/signalbox.desktop" "$tree/usr/share/applications/"
  lay_out_icons "$tree/usr/share/icons/hicolor"
  sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" \
    -e "s/@SIZE@/$(du -sk --exclude=DEBIAN "$tree" | cut -f1)/" \
    "$root/packaging/linux/control" >"$tree/DEBIAN/control" || return 1
  (cd "$tree" && find opt usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums) || return 1
  chmod -R u=rwX,go=rX "$tree"
  # one date on every file: the ahead-of-time cache is void for a jar with another date
  date_files "$tree"
  say "packing $(basename "$package")"
  ! dpkg-deb --help | grep -q -- --threads-max || threads=(--threads-max=2)
  SOURCE_DATE_EPOCH=$image_date dpkg-deb -Zxz "${threads[@]}" --root-owner-group \
    --build "$tree" "$package" >&2 || return 1
  rm -rf "$tree"
  echo "$package"
}

# The icons of icons/ under the names that desktops look for.
lay_out_icons() { # FOLDER
  local file width
  while IFS= read -r file; do
    width=$(png_width "$file")
    mkdir -p "$1/${width}x$width/apps" && cp "$file" "$1/${width}x$width/apps/signalbox.png"
  done < <(find "$root/icons" -name '*.png' 2>/dev/null)
  [ ! -f "$root/icons/signalbox.svg" ] ||
    { mkdir -p "$1/scalable/apps" && cp "$root/icons/signalbox.svg" "$1/scalable/apps/signalbox.svg"; }
}
