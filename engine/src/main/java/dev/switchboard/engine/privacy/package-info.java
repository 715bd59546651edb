/** Personal data that stand in texts: found, named and hidden. */
@NullMarked
package dev.switchboard.engine.privacy;

import org.jspecify.annotations.NullMarked;
