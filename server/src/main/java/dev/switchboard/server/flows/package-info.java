/** Companies' flows in the running server: those in use, and how they are changed. */
@NullMarked
package dev.switchboard.server.flows;

import org.jspecify.annotations.NullMarked;
