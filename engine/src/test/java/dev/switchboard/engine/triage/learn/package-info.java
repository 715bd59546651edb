@NullMarked
package dev.switchboard.engine.triage.learn;

import org.jspecify.annotations.NullMarked;
