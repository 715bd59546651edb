@NullMarked
package dev.switchboard.engine.triage.language;

import org.jspecify.annotations.NullMarked;
