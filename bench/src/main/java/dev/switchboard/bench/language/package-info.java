/** How well and how fast a post's language is told by its words. */
@NullMarked
package dev.switchboard.bench.language;

import org.jspecify.annotations.NullMarked;
