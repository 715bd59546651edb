@NullMarked
package dev.switchboard.engine.flow;

import org.jspecify.annotations.NullMarked;
