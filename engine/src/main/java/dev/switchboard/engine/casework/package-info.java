/** The life of a case: who holds it, what may happen next, what is refused and why. */
@NullMarked
package dev.switchboard.engine.casework;

import org.jspecify.annotations.NullMarked;
