/** The HTTP API. */
@NullMarked
package dev.switchboard.server.api;

import org.jspecify.annotations.NullMarked;
