/** Tests of the parts of triage. */
@NullMarked
package dev.switchboard.engine.triage.text;

import org.jspecify.annotations.NullMarked;
