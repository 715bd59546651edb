/** What tests of the store and of the server stand on: a database of their own, posts in words. */
@NullMarked
package dev.switchboard.store.testing;

import org.jspecify.annotations.NullMarked;
