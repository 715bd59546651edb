# Shortens what Maven says while it runs: a line for each module and each test class. A module's
# line comes when it begins, so that it is seen where a slow build stands; and again when two are
# built at once and a class of the other one ends.
function stand(name) {
  if (name != module) printf "%s\n", name
  module = name
}
/^\[INFO\] Building Switchboard [a-z]/ {
  stand($4)
  fflush()
}
/^\[(INFO|ERROR|WARNING)\] Tests run: .* -- in / {
  failed = ($0 ~ /<<< (FAILURE|ERROR)!/) ? "  FAILED" : ""
  match($0, /Tests run: [0-9]+/)
  tests = substr($0, RSTART + 11, RLENGTH - 11)
  match($0, /Time elapsed: [0-9.]+/)
  seconds = substr($0, RSTART + 14, RLENGTH - 14)
  split($NF, part, ".")
  stand(part[3])
  name = $NF
  sub(/.*\./, "", name)
  printf "  %-44s %4d tests %7.1f s%s\n", name, tests, seconds, failed
  fflush()
}
