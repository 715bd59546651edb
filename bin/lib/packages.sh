# shellcheck shell=bash
# Sourced: what the tests need of the machine, and how to get it from Debian.

readonly INSTALL_SECONDS=300
readonly UPDATE_SECONDS=120

find_chromium() {
  command -v chromium || command -v chromium-browser || command -v google-chrome
}

# Installs Debian's chromium where that can be done without asking; otherwise says how to.
offer_chromium() {
  if find_chromium >/dev/null 2>&1; then
    return
  fi
  if [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing chromium for the console's tests…" >&2
    install_packages chromium || true
  fi
  if ! find_chromium >/dev/null 2>&1; then
    echo "No Chromium: the console's tests are skipped. Install one, e.g.: apt-get install chromium" >&2
  fi
}

# Installs Debian packages within a bounded time, without questions and nearly without words.
install_packages() {
  update_package_lists
  timeout "$INSTALL_SECONDS" env DEBIAN_FRONTEND=noninteractive apt-get -qq \
    -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120 -o Dpkg::Options::=--force-confold \
    install -y --no-install-recommends "$@" </dev/null >/dev/null 2>&1
}

package_lists_updated=false

# Once a run; a failure shows when the package is not found.
update_package_lists() {
  if [[ $package_lists_updated == false ]]; then
    package_lists_updated=true
    timeout "$UPDATE_SECONDS" apt-get -qq update </dev/null >/dev/null 2>&1 || true
  fi
}
