@NullMarked
package dev.switchboard.server.desk;

import org.jspecify.annotations.NullMarked;
