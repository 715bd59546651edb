/** How fast the whole engine is, from a post to its incident, beside triage alone. */
@NullMarked
package dev.switchboard.bench.incidents;

import org.jspecify.annotations.NullMarked;
