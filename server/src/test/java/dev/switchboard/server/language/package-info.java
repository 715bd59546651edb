@NullMarked
package dev.switchboard.server.language;

import org.jspecify.annotations.NullMarked;
