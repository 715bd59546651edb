/** Commands that make and measure the default model; they take the data's folder as an argument. */
@NullMarked
package dev.switchboard.engine.triage.tool;

import org.jspecify.annotations.NullMarked;
