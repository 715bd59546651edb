/** Triage that learns: a learner a brand, fed by committed labels, and the audit. */
@NullMarked
package dev.switchboard.server.triage;

import org.jspecify.annotations.NullMarked;
