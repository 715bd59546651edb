@NullMarked
package dev.switchboard.engine.privacy;

import org.jspecify.annotations.NullMarked;
