/** What people said, as the networks gave it. */
@NullMarked
package dev.switchboard.engine.post;

import org.jspecify.annotations.NullMarked;
