/** The way of one post from arrival to case, in one place. */
@NullMarked
package dev.switchboard.engine.flow;

import org.jspecify.annotations.NullMarked;
