# shellcheck shell=bash
# Sourced after java.sh: builds the server when its sources are newer than what was built.
# Expects $root, the repository's folder.

readonly BUILD_WAIT_SECONDS=900
# shellcheck disable=SC2154 # the script that sources this sets root
readonly built="$root/server/target/switchboard.built"

# True if a source, template, resource or pom is newer than the last build. Folders are compared
# too: their time changes when a file in them is removed.
is_stale() {
  local modules=(engine store channels server) paths=("$root/pom.xml") module
  [[ -f $built && -f $root/server/target/switchboard.jar ]] || return 0
  for module in "${modules[@]}"; do
    paths+=("$root/$module/pom.xml" "$root/$module/src/main")
  done
  [[ -n $(find "${paths[@]}" -newer "$built" -print 2>/dev/null | head -n 1) ]]
}

# Runs a command while no other build runs in this folder; waits for one that does, but not for
# ever. Where flock is missing (macOS) it goes ahead. The command doesn't inherit the lock: a server
# that a test leaves behind must not hold it.
with_build_lock() {
  local lock="$root/target/build.lock"
  mkdir -p "$root/target"
  if ! command -v flock >/dev/null 2>&1; then
    "$@"
    return
  fi
  (
    exec 9>"$lock"
    if ! flock -n 9; then
      echo "Waiting for another build of this folder to end…" >&2
      if ! flock -w "$BUILD_WAIT_SECONDS" 9; then
        echo "Another build of this folder has not ended in $BUILD_WAIT_SECONDS s: end it and try again." >&2
        exit 1
      fi
    fi
    "$@" 9>&-
  )
}

# Takes away what was built from older sources. A program that runs from it keeps what it has open,
# which it would not if the build wrote over the same files.
discard_stale() {
  if is_stale; then
    rm -rf "$root/server/target/switchboard.jar" "$root/server/target/lib"
  fi
}

# Together they remember that everything as it was at begin_build has been built.
begin_build() {
  mkdir -p "$root/server/target"
  touch "$built.begun"
}

end_build() {
  mv -f "$built.begun" "$built"
}

# Builds the server, unless another process did so while this one waited for the lock. The words go
# to a file and are shown when the build fails: standard output is for data.
build_server() {
  local log="$root/target/build.log"
  is_stale || return 0
  if [[ -d $root/server/target/classes ]]; then
    echo "Building Switchboard (its sources have changed)…" >&2
  else
    echo "Building Switchboard (first use, about a minute)…" >&2
  fi
  discard_stale
  begin_build
  if ! mvn -B -q -Dstyle.color=never -f "$root/pom.xml" -Dmaven.test.skip=true -pl server -am package \
    >"$log" 2>&1 </dev/null; then
    awk -v root="$root" -f "$root/bin/lib/problems.awk" "$log" >&2
    echo "Switchboard could not be built; the whole output is in target/build.log." >&2
    return 1
  fi
  end_build
}
