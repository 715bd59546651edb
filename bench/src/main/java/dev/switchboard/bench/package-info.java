/** How fast it is, always beside a peer or a limit in the same run. */
@NullMarked
package dev.switchboard.bench;

import org.jspecify.annotations.NullMarked;
