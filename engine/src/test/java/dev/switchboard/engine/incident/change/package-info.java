@NullMarked
package dev.switchboard.engine.incident.change;

import org.jspecify.annotations.NullMarked;
