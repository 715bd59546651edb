@NullMarked
package dev.switchboard.engine.deadline;

import org.jspecify.annotations.NullMarked;
