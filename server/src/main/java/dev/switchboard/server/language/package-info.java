/** Tells a post's language by its words: the only package that knows the library for it. */
@NullMarked
package dev.switchboard.server.language;

import org.jspecify.annotations.NullMarked;
