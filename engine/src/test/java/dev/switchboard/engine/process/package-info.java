@NullMarked
package dev.switchboard.engine.process;

import org.jspecify.annotations.NullMarked;
