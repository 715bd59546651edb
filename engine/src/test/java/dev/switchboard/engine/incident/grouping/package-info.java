/** Grouping of reports, in scenarios and properties. */
@NullMarked
package dev.switchboard.engine.incident.grouping;

import org.jspecify.annotations.NullMarked;
