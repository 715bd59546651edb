/** Prints how good triage is, on labelled data that is not part of the project. */
@NullMarked
package dev.switchboard.engine.triage.evaluate;

import org.jspecify.annotations.NullMarked;
