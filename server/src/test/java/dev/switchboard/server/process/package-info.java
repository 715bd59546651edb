@NullMarked
package dev.switchboard.server.process;

import org.jspecify.annotations.NullMarked;
