@NullMarked
package dev.switchboard.engine.casework;

import org.jspecify.annotations.NullMarked;
