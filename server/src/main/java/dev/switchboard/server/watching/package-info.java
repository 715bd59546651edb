/** Who looks at which case now and who types: known to this process only, forgotten in seconds. */
@NullMarked
package dev.switchboard.server.watching;

import org.jspecify.annotations.NullMarked;
