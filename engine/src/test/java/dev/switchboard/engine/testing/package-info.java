/** Posts in words, for the tests of every module. */
@NullMarked
package dev.switchboard.engine.testing;

import org.jspecify.annotations.NullMarked;
