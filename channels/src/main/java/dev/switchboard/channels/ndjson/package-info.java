/** Posts as JSON: one object a line, or an array. */
@NullMarked
package dev.switchboard.channels.ndjson;

import org.jspecify.annotations.NullMarked;
