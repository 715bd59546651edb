/** Tests of what people say of posts, on real PostgreSQL. */
@NullMarked
package dev.switchboard.store.triage;

import org.jspecify.annotations.NullMarked;
