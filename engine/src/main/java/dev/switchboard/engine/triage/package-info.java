/** Who needs help, and how sure we are. */
@NullMarked
package dev.switchboard.engine.triage;

import org.jspecify.annotations.NullMarked;
