/** The arrows between modules and packages. */
@NullMarked
package dev.switchboard.server.arch;

import org.jspecify.annotations.NullMarked;
