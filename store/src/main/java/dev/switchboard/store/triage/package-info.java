/** What people said of posts, the models learned from it, and the lists that triage makes. */
@NullMarked
package dev.switchboard.store.triage;

import org.jspecify.annotations.NullMarked;
