/** Tests of the parts of triage. */
@NullMarked
package dev.switchboard.engine.triage.model;

import org.jspecify.annotations.NullMarked;
