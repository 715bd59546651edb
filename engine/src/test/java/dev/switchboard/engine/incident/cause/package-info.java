@NullMarked
package dev.switchboard.engine.incident.cause;

import org.jspecify.annotations.NullMarked;
