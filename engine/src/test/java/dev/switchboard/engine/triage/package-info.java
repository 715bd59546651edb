/** Who needs help, as scenarios. */
@NullMarked
package dev.switchboard.engine.triage;

import org.jspecify.annotations.NullMarked;
