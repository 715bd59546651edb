/** Histories: files of posts into the store, resumable and idempotent. */
@NullMarked
package dev.switchboard.server.imports;

import org.jspecify.annotations.NullMarked;
