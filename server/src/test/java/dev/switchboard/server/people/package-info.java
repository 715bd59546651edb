@NullMarked
package dev.switchboard.server.people;

import org.jspecify.annotations.NullMarked;
