@NullMarked
package dev.switchboard.server.incidents;

import org.jspecify.annotations.NullMarked;
