/** Prints the tables about incidents in docs/evaluation.md. */
@NullMarked
package dev.switchboard.engine.incident.evaluate;

import org.jspecify.annotations.NullMarked;
