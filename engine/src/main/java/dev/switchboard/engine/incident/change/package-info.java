/** What happened to the company's systems, and which service depends on which. */
@NullMarked
package dev.switchboard.engine.incident.change;

import org.jspecify.annotations.NullMarked;
