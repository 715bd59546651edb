# What Maven complains of, other than failed tests (TestReport shows those): code that doesn't
# compile, a format violation, a test JVM that crashed. Each line once, paths relative to `root`.
BEGIN { MAX_LINES = 60 }
/^\[ERROR\] (Failures|Errors): *$/ { in_tests = 1 }
/^\[ERROR\] Tests run: / { in_tests = 0; next }
/^\[ERROR\]/ && !in_tests {
  line = substr($0, 9)
  while ((at = index(line, root "/")) > 0) {
    line = substr(line, 1, at - 1) substr(line, at + length(root) + 1)
  }
  if (line ~ /^ *$/ || line ~ /<<< (FAILURE|ERROR)!/ || line ~ /There (are|was) .*test (failures|failure)/) next
  if (line ~ /^(-> )?\[Help|To see the full stack trace|Re-run Maven|For more information/) next
  if (line ~ /^See .*surefire-reports|^See dump files|After correcting the problems|^ +mvn <args>/) next
  if (line ~ /^[ \t]+at [a-z.]+|^COMPILATION ERROR|^Command was/) next
  sub(/ -> \[Help [0-9]+\]$/, "", line)
  if (line in seen) next
  seen[line] = 1
  if (++lines <= MAX_LINES) print "  " line
}
/^\[INFO\] Switchboard [a-z]+ \.+ SKIPPED/ { skipped = skipped " " $3 }
END {
  if (lines > MAX_LINES) printf "  … and %d more lines\n", lines - MAX_LINES
  if (skipped) print "Not run, because of what failed before:" skipped
}
