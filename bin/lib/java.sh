# shellcheck shell=bash
# Sourced: finds a JDK 25 or later and exports JAVA_HOME. Bash 3.2 is enough.

readonly SWITCHBOARD_JAVA=25

# Prints the feature release of the JDK in folder $1 ("25"), or nothing if it is no JDK.
# Reads the release file, since starting a JVM for each candidate would take seconds.
jdk_release() {
  if [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]]; then
    sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
  fi
}

# True if folder $1 holds a JDK that is new enough.
jdk_is_new_enough() {
  local release
  release=$(jdk_release "$1")
  [[ -n $release && $release -ge $SWITCHBOARD_JAVA ]]
}

# Prints the home of the `java` on PATH, or nothing.
jdk_on_path() {
  local java
  java=$(command -v java) || return 0
  java=$(readlink -f "$java" 2>/dev/null) || return 0
  dirname "$(dirname "$java")"
}

# Prints a JDK from the usual folders, or nothing. The release that Switchboard is built and tested
# with comes before newer ones.
jdk_in_usual_folders() {
  local home newer=""
  for home in /usr/lib/jvm/* /opt/java* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if jdk_is_new_enough "$home"; then
      if [[ $(jdk_release "$home") -eq $SWITCHBOARD_JAVA ]]; then
        echo "$home"
        return
      fi
      newer=${newer:-$home}
    fi
  done
  echo "$newer"
}

# Exports JAVA_HOME, or ends the script with one line and exit code 1.
require_jdk() {
  local home
  HOME=${HOME:-/}
  for home in "${JAVA_HOME:-}" "$(jdk_on_path)" "$(jdk_in_usual_folders)"; do
    if [[ -n $home ]] && jdk_is_new_enough "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  echo "Switchboard needs JDK $SWITCHBOARD_JAVA or later: install one (e.g. Temurin $SWITCHBOARD_JAVA)" \
    "or set JAVA_HOME to it." >&2
  exit 1
}

# Ends the script with one line and exit code 1 when Maven is missing.
require_maven() {
  if ! command -v mvn >/dev/null 2>&1; then
    echo "Switchboard builds with Maven 3.8 or later: install it (Debian: apt-get install maven)." >&2
    exit 1
  fi
}

# Sets the array jvm_options: how the server's JVM runs, here and in benchmarks. What
# SWITCHBOARD_JAVA_OPTS says comes last, and so wins.
set_jvm_options() {
  jvm_options=(
    # Some libraries reach native code and Unsafe; without these two the JVM warns on every start.
    --enable-native-access=ALL-UNNAMED
    --sun-misc-unsafe-memory-access=allow
    # A program that is out of memory can't keep its promises: what it acknowledged is committed, so
    # ending and starting again is safe, and limping on is not.
    -XX:+ExitOnOutOfMemoryError
    # What is kept lives in PostgreSQL; the heap holds bounded queues and batches.
    -Xmx2g
    # Smaller objects, so fewer collections.
    -XX:+UseCompactObjectHeaders
    # Else all stands still for a full collection, a quarter of a second on a busy server, each time
    # that another 36 MB of code have been compiled, and while the first classes are loaded.
    -XX:SweeperThreshold=50
    -XX:MetaspaceSize=128m
    -Dfile.encoding=UTF-8
    -Dstdout.encoding=UTF-8
    -Dstderr.encoding=UTF-8
  )
  local more=()
  if [[ -n ${SWITCHBOARD_JAVA_OPTS:-} ]]; then
    read -r -a more <<<"$SWITCHBOARD_JAVA_OPTS"
  fi
  # The parallel collector: with a live set of a few hundred megabytes its pauses are tens of
  # milliseconds, and it has no threads that take a core from PostgreSQL between them, as G1 has.
  # Two collectors at once stop the JVM, so one that the user names takes its place.
  if [[ ! " ${more[*]-}" =~ \ -XX:\+Use[A-Za-z]+GC ]]; then
    jvm_options+=(-XX:+UseParallelGC)
  fi
  jvm_options+=(${more[@]+"${more[@]}"})
}
