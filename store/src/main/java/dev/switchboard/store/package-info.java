/** Everything kept: the only module that knows SQL. */
@NullMarked
package dev.switchboard.store;

import org.jspecify.annotations.NullMarked;
