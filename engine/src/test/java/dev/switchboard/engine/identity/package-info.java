@NullMarked
package dev.switchboard.engine.identity;

import org.jspecify.annotations.NullMarked;
