@NullMarked
package dev.switchboard.engine.people;

import org.jspecify.annotations.NullMarked;
