@NullMarked
package dev.switchboard.engine.triage.classify;

import org.jspecify.annotations.NullMarked;
