/** How fast triage is, beside a peer. */
@NullMarked
package dev.switchboard.bench.triage;

import org.jspecify.annotations.NullMarked;
