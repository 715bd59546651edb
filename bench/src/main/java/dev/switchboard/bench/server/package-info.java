/** A server to be measured, and what speaks to it. */
@NullMarked
package dev.switchboard.bench.server;

import org.jspecify.annotations.NullMarked;
